import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeBid } from '../../../../tests/support/factories/bids';
import { actorInSession, makeAccount, makeOrganisation } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { done } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { decidePersonMerge } from '../commands/decide-person-merge.server';
import { proposePersonMerge } from '../commands/propose-person-merge.server';
import { duplicatePeople } from '../queries/duplicate-people.server';
import { standAgainst, whyNotMerged, type Account } from './two-accounts.server';

const database = useDatabase();
let who: Readers;
let college: string;

beforeAll(async () => {
  who = await makeReaders();
  college = (await makeOrganisation({ name: 'College of Pairs' })).id;
});

const pair = async (
  names: [string, string] = ['Pa Ir', 'Pa Ir'],
  organisationId: string | undefined = college,
) => {
  const over = { expert: true, ...(organisationId ? { organisationId } : {}) };
  return [
    await makeAccount({ name: names[0], ...over }),
    await makeAccount({ name: names[1], ...over }),
  ] as const;
};

async function merge(kept: { reference: string }, merged: { reference: string }) {
  const asked = { kept: kept.reference, merged: merged.reference, reason: 'Both wrote to me.' };
  const { reference } = done(await run(proposePersonMerge, await actorInSession(who.coordinator), asked));
  return done(
    await run(decidePersonMerge, await actorInSession(who.second), { reference, decision: 'accept' }),
  );
}

describe('who stands against whom', () => {
  const addMember = async (bidId: string, personId: string, declinedAt: Date | null = null) =>
    database.db.bidMember.create({
      data: { bidId, personId, role: 'editor', invitedAt: new Date(), declinedAt },
    });

  test.each([
    [
      'two bids',
      async (question: Asked, a: string, b: string) => {
        await makeBid({ question, leadId: a });
        await makeBid({ question, leadId: b });
      },
      true,
    ],
    [
      'one bid of both',
      async (question: Asked, a: string, b: string) => {
        await addMember((await makeBid({ question, leadId: a })).id, b);
      },
      false,
    ],
    [
      'an invitation to a bid that was declined',
      async (question: Asked, a: string, b: string) => {
        await makeBid({ question, leadId: a });
        await addMember((await makeBid({ question })).id, b, new Date());
      },
      false,
    ],
    [
      'a bid and a place on the panel',
      async (question: Asked, a: string, b: string) => {
        await makeBid({ question, leadId: a });
        await database.db.panelMembership.create({
          data: {
            questionId: question.id,
            personId: b,
            role: 'evaluator',
            appointedById: question.asking.ownerId,
            appointedAt: new Date(),
          },
        });
      },
      true,
    ],
    [
      'a bid and the asking team',
      async (question: Asked, a: string, b: string) => {
        await makeBid({ question, leadId: a });
        await database.db.teamMembership.create({
          data: {
            id: crypto.randomUUID(),
            teamId: question.asking.teamId,
            personId: b,
            roles: ['observer'],
            startsAt: new Date(),
          },
        });
      },
      true,
    ],
    [
      'a bid that was withdrawn',
      async (question: Asked, a: string, b: string) => {
        const { id } = await makeBid({ question, leadId: a });
        await makeBid({ question, leadId: b });
        await database.db.bid.update({ where: { id }, data: { withdrawnAt: new Date() } });
      },
      false,
    ],
    [
      'a question that was withdrawn',
      async (question: Asked, a: string, b: string) => {
        await makeBid({ question, leadId: a });
        await makeBid({ question, leadId: b });
        await database.db.question.update({
          where: { id: question.id },
          data: { withdrawnAt: new Date(), withdrawnReason: 'No longer needed' },
        });
      },
      false,
    ],
    ['nothing', () => Promise.resolve(), false],
  ])('%s', async (_what, arrange, expected) => {
    const [one, other] = await pair(['O Ne', 'O Ther'], '');
    await arrange(await makeQuestion(), one.id, other.id);
    expect(await standAgainst(database.db, one.id, other.id)).toBe(expected);
    expect(await standAgainst(database.db, other.id, one.id)).toBe(expected);
  });
});
type Asked = Awaited<ReturnType<typeof makeQuestion>>;

const account = (id: string, over: Partial<Account> = {}): Account => ({
  ...{ id, reference: id, name: id, demonstration: false, erasedAt: null, mergedIntoId: null, ...over },
});

test.each([
  ['themselves', account('a'), account('a'), false, 'OneAccount'],
  ['an erased one', account('a'), account('b', { erasedAt: new Date() }), false, 'AccountIsGone'],
  ['a merged one', account('a', { mergedIntoId: 'c' }), account('b'), false, 'AccountIsGone'],
  ['one of the demonstration', account('a', { demonstration: true }), account('b'), false, 'AccountsDiffer'],
  ['an opponent', account('a'), account('b'), true, 'PartsStandAgainst'],
  ['another account', account('a'), account('b'), false, undefined],
])('merging with %s', (_what, kept, merged, against, refusal) =>
  expect(whyNotMerged(kept, merged, against)?.name).toBe(refusal),
);

describe('accounts that look alike', () => {
  const found = async () => {
    const view = await ask(duplicatePeople, await actorInSession(who.coordinator), {});
    return (view?.pairs ?? []).map(({ one, other }) => [one.reference, other.reference].sort().join());
  };
  const key = ([one, other]: readonly { reference: string }[]) =>
    [one?.reference, other?.reference].sort().join();

  test.each([
    ['words in another order, titles and accents', ['Prof José Núñez', 'Nunez, Jose'], true],
    ['another name', ['Ann Lee', 'Ann Leigh'], false],
    ['one word more', ['Ann Mary Lee', 'Ann Lee'], false],
  ] as const)('%s', async (_what, names, expected) => {
    const two = await pair([names[0], names[1]]);
    expect((await found()).includes(key(two))).toBe(expected);
  });

  test('not by the name alone, but by a work of both', async () => {
    const two = await pair(['Lone Name', 'Lone Name'], '');
    expect(await found()).not.toContain(key(two));
    for (const { id } of two)
      await database.db.expertWork.create({
        data: {
          ...{ id: crypto.randomUUID(), personId: id, source: 'orcid', sourceId: '1', doi: '10.1/same' },
          ...{ title: 'Same', authors: [], offeredAt: new Date() },
        },
      });
    expect(await found()).toContain(key(two));
  });

  test('members see none of it', async () => {
    expect(await ask(duplicatePeople, await actorInSession((await makeAccount()).id), {})).toBeNull();
  });
});

test('what both have stays once, and a chain of merges leads to the end', async () => {
  const [kept, middle] = await pair(['Chain One', 'Chain One']);
  const last = await makeAccount({ name: 'Chain One', expert: true });
  const fraud = (await termCalled('threatArea', 'fraud')).id;
  for (const personId of [kept.id, middle.id]) {
    await database.db.expertTerm.create({ data: { personId, termId: fraud } });
    await database.db.derivedExpertTerm.create({ data: { personId, termId: fraud, works: 1 } });
  }
  const workId = crypto.randomUUID();
  await database.db.work.create({
    data: {
      ...{ id: workId, reference: 'PAIRS', title: 'Pairs', createdAt: new Date() },
      authors: {
        create: [kept, middle].map(({ id, name }, index) => ({ position: index + 1, name, personId: id })),
      },
    },
  });
  await merge(middle, last);
  await merge(kept, middle);
  expect(await database.db.workAuthor.count({ where: { workId, personId: kept.id } })).toBe(1);
  expect(await database.db.expertTerm.count({ where: { personId: kept.id } })).toBe(1);
  expect(await database.db.derivedExpertTerm.count({ where: { personId: middle.id } })).toBe(0);
  const people = await database.db.person.findMany({ where: { id: { in: [middle.id, last.id] } } });
  expect(people.map(({ mergedIntoId }) => mergedIntoId)).toEqual([kept.id, kept.id]);
  expect(await database.db.affiliation.count({ where: { personId: kept.id, endsOn: null } })).toBe(1);
  expect(await database.db.personEmail.count({ where: { personId: kept.id, primary: true } })).toBe(1);
});
