import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeCollection } from '../../../../tests/support/factories/collections';
import { attachText } from '../../../../tests/support/factories/files';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorInSession, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { done } from '../../../../tests/support/outcome';
import { toldOf } from '../../../../tests/support/told';
import { run } from '../../command.server';
import { addAnnexReader } from '../../knowledge/commands/add-annex-reader.server';
import { setFileAccess } from '../../knowledge/commands/set-file-access.server';
import { writeAnnex } from '../../knowledge/commands/write-annex.server';
import { askRequest } from '../../requests/commands/ask-request.server';
import { cancelRequest } from '../../requests/commands/cancel-request.server';
import { commentOnRequest } from '../../requests/commands/comment-on-request.server';
import { holdRequest } from '../../requests/commands/hold-request.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { recordDueFacts } from '../due-facts.server';

const test_ = useDatabase();
let who: Readers;
let owner: string;
let author: string;
let asker: string;
let finding: Awaited<ReturnType<typeof makeFinding>>;

beforeAll(async () => {
  who = await makeReaders();
  [owner, author, asker] = [
    (await makePerson({ expert: true })).id,
    (await makePerson({ expert: true })).id,
    (await makePerson({ expert: true })).id,
  ];
});
beforeEach(async () => {
  finding = await makeFinding({ submittedById: owner, authors: [{ name: 'A', personId: author }] });
  await attachText(finding.versionId, owner);
});

const sorted = (...ids: string[]) => [...ids].sort();
const restrict = async (rule: object = { level: 'restricted' }) =>
  done(
    await run(setFileAccess, await actorInSession(owner), {
      reference: finding.reference,
      reason: 'Names',
      ...rule,
    }),
  );
const ask = async (request: object) => {
  const said = { reference: finding.reference, reason: 'A secret purpose', ...request };
  const { reference } = done(await run(askRequest, await actorInSession(asker), said));
  return test_.db.request.findUniqueOrThrow({ where: { reference } });
};

describe('who hears of a request', () => {
  test('for files: those who wrote and shared the finding', async () => {
    await restrict();
    const { id } = await ask({ kind: 'access' });
    expect((await toldOf('RequestWasMade', id)).people).toEqual(sorted(owner, author));
  });

  test('for a deletion or a merge: the coordinators', async () => {
    const { id } = await ask({ kind: 'merge', into: (await makeFinding()).reference });
    expect((await toldOf('RequestWasMade', id)).people).toEqual(sorted(who.coordinator, who.second));
  });

  test('for a collection: its curators', async () => {
    const { slug } = await makeCollection(author);
    const { id } = await ask({ kind: 'inclusion', collection: slug });
    expect((await toldOf('RequestWasMade', id)).people).toEqual([author]);
  });

  test('for the annex of a question: those who run it', async () => {
    const question = await makeQuestion({ state: 'open' });
    const { authorId, ownerId } = question.asking;
    const of = { noun: 'question', reference: question.reference };
    const text = { text: 'Words', marking: 'OFFICIAL', announced: 'yes', revision: 0 };
    done(await run(writeAnnex, await actorInSession(authorId), { ...of, ...text }));
    const { id } = await ask({ kind: 'annex', ...of });
    const { people } = await toldOf('RequestWasMade', id);
    expect(people).toEqual(expect.arrayContaining([authorId, ownerId]));
    expect(people).not.toContain(asker);
  });
});

describe('the other side hears of each step, and never of one’s own', () => {
  test('held, commented and cancelled', async () => {
    await restrict();
    const { id, reference } = await ask({ kind: 'access' });
    const [mine, theirs] = [await actorInSession(asker), await actorInSession(owner)];
    done(await run(holdRequest, theirs, { reference, text: 'Asking the force' }));
    expect((await toldOf('RequestWasHeld', id)).people).toEqual([asker]);
    done(await run(commentOnRequest, theirs, { reference, text: 'By Friday' }));
    expect((await toldOf('RequestWasCommentedOn', id)).people).toEqual(sorted(asker, author));
    done(await run(commentOnRequest, mine, { reference, text: 'Thank you' }));
    expect((await toldOf('RequestWasCommentedOn', id)).people).toEqual(sorted(owner, author));
    done(await run(cancelRequest, mine, { reference, text: '' }));
    expect((await toldOf('RequestWasCancelled', id)).people).toEqual(sorted(owner, author));
    const notices = await test_.db.notice.findMany({ where: { personId: asker }, orderBy: { id: 'asc' } });
    expect(notices.map(({ body }) => body)).toEqual(['Asking the force', 'By Friday']);
  });
});

describe('when an embargo ends', () => {
  test('its authors and those who wait are told, once, and only of what stands', async () => {
    const opensOn = isoDay(addDays(ukDay(new Date()), 5));
    await restrict({ level: 'embargoed', opensOn });
    await ask({ kind: 'access' });
    const other = await makeFinding({ submittedById: owner });
    const rule = { reference: other.reference, level: 'embargoed', opensOn, reason: 'Names' };
    done(await run(setFileAccess, await actorInSession(owner), rule));
    const retracted = { retractedAt: new Date(), retractedReason: 'Wrong' };
    await test_.db.finding.update({ where: { id: other.id }, data: retracted });
    const ended = (nounId: string) => test_.db.fact.count({ where: { nounId, name: 'EmbargoHasEnded' } });
    await recordDueFacts();
    expect(await ended(finding.id)).toBe(0);
    await moveClock('5 days');
    await recordDueFacts();
    await recordDueFacts();
    expect([await ended(finding.id), await ended(other.id)]).toEqual([1, 0]);
    expect((await toldOf('EmbargoHasEnded', finding.id)).people).toEqual(sorted(owner, author, asker));
    await moveClock('-5 days');
  });
});

test('everybody of a team that comes on the list of an annex is told, without a word of it', async () => {
  const [one, another] = [(await makePerson({})).id, (await makePerson({})).id];
  const team = await makeTeam({
    members: [one, another].map((personId) => ({ personId, roles: ['observer' as const] })),
  });
  const of = { noun: 'finding', reference: finding.reference };
  const keeper = await actorInSession(owner);
  const text = { text: 'The informant lives there', marking: 'OFFICIAL', announced: 'no', revision: 0 };
  done(await run(writeAnnex, keeper, { ...of, ...text }));
  done(await run(addAnnexReader, keeper, { ...of, team: team.reference }));
  const told = await toldOf('AnnexReaderWasAdded', finding.id);
  expect(told.people).toEqual(sorted(one, another));
  expect(JSON.stringify(told)).not.toMatch(/informant/);
  expect(await run(addAnnexReader, keeper, { ...of, team: team.reference })).toMatchObject({
    kind: 'refused',
    refusal: { name: 'IsReaderAlready' },
  });
});
