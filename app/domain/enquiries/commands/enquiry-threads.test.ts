import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson, visitor } from '../../../../tests/support/factories/people';
import { makeAskingTeam, type AskingTeam } from '../../../../tests/support/factories/questions';
import { done, ending } from '../../../../tests/support/outcome';
import { toldOf } from '../../../../tests/support/told';
import type { Actor, Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { MOST_MESSAGES } from '../enquiry';
import { enquiryPage } from '../queries/enquiry-page.server';
import { ownEnquiries } from '../queries/own-enquiries.server';
import { teamPromise } from '../queries/team-promise.server';
import { closeEnquiry } from './close-enquiry.server';
import { openEnquiry } from './open-enquiry.server';
import { promiseReply } from './promise-reply.server';
import { writeToEnquiry } from './write-to-enquiry.server';

const store = useDatabase();
let asking: AskingTeam;
let team: string;
let author: Person;
let owner: Person;
let asker: Person;
beforeAll(async () => {
  asking = await makeAskingTeam();
  team = (await store.db.team.findUniqueOrThrow({ where: { id: asking.teamId } })).reference;
  [author, owner] = [await actorFor(asking.authorId), await actorFor(asking.ownerId)];
  asker = await actorFor((await makePerson({ expert: true })).id);
});

const open = (actor: Actor, subject = 'Access') =>
  run(openEnquiry, actor, { team, subject, text: 'May we speak?' });
const start = async (actor: Actor = asker) => done(await open(actor)).reference;
const write = async (actor: Actor, reference: string, text = 'And then?') =>
  ending(await run(writeToEnquiry, actor, { reference, text }));
const close = async (actor: Actor, reference: string) =>
  ending(await run(closeEnquiry, actor, { reference }));
const rowOf = (reference: string) =>
  store.db.enquiry.findUniqueOrThrow({ where: { reference }, include: { messages: true } });

describe('a thread', () => {
  test('is closed once, also by both at the same time, and takes no word after', async () => {
    const reference = await start();
    expect(await write(author, reference, 'Yes.')).toBe('done');
    const ends = await Promise.all([close(author, reference), close(asker, reference)]);
    expect(ends.sort()).toEqual(['denied', 'done']);
    for (const actor of [author, asker]) expect(await write(actor, reference)).toBe('denied');
    expect((await rowOf(reference)).messages).toHaveLength(2);
    expect(await store.db.fact.count({ where: { name: 'EnquiryWasClosed' } })).toBe(1);
  });

  test('is not there for strangers, by any command; an empty word is none', async () => {
    const reference = await start();
    const before = await rowOf(reference);
    const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    const rival = await actorFor((await makePerson({ expert: true })).id);
    for (const actor of [coordinator, rival, await actorFor(asking.moderatorId), visitor()]) {
      expect(['hidden', 'signIn']).toContain(await write(actor, reference));
      expect(['hidden', 'signIn']).toContain(await close(actor, reference));
      expect(await ask(enquiryPage, actor, { reference })).toBeNull();
    }
    expect(await write(asker, reference, '  \n ')).not.toBe('done');
    expect(await rowOf(reference)).toEqual(before);
  });

  test('is full at its last message, and says what to do', async () => {
    const reference = await start();
    const { id, openedAt } = await rowOf(reference);
    await store.db.enquiryMessage.createMany({
      data: Array.from({ length: MOST_MESSAGES - 2 }, () => ({
        ...{ id: newId(), enquiryId: id, authorId: asker.id, fromTeam: false, text: 'x', sentAt: openedAt },
      })),
    });
    expect(await write(asker, reference, 'The last')).toBe('done');
    expect(await write(asker, reference, 'One too many')).toBe('ThreadIsFull');
    expect(await write(author, reference, 'And yes')).toBe('ThreadIsFull');
    expect(await close(asker, reference)).toBe('done');
  });
});

describe('what is told', () => {
  test('goes to those who speak for the team, then to whoever asked, never with the words', async () => {
    const reference = await start();
    const { id } = await rowOf(reference);
    const leads = [author.id, owner.id].sort();
    const opened = await toldOf('EnquiryWasOpened', id);
    expect(opened.people).toEqual(leads);
    await write(author, reference, 'In confidence: no.');
    const answered = await toldOf('EnquiryWasAnswered', id);
    expect(answered.people).toEqual([asker.id]);
    await write(asker, reference, 'Why, in confidence?');
    expect((await toldOf('EnquiryWasFollowedUp', id)).people).toEqual(leads);
    const notices = await store.db.notice.findMany({
      where: { path: { in: opened.paths.filter((path) => path !== null) } },
    });
    for (const { subject, body } of notices) expect(`${subject} ${body}`).not.toContain('confidence');
    await close(asker, reference);
  });
});

test('a promise is set once by two at the same time, by the owner alone', async () => {
  const promise = async (actor: Actor, workingDays: unknown) =>
    ending(await run(promiseReply, actor, { team, workingDays }));
  expect(await promise(author, '5')).toBe('denied');
  expect((await Promise.all([promise(owner, '5'), promise(owner, '5')])).sort()).toEqual([
    'PromiseStands',
    'done',
  ]);
  for (const days of ['0', '21', '-1', '1.5', 'Infinity', {}, []])
    expect(await promise(owner, days)).not.toBe('done');
  expect(await ask(teamPromise, asker, { reference: team })).toMatchObject({
    ...{ workingDays: 5, kept: { kept: 0, due: 0 } },
    may: { ask: true, promise: false },
  });
  expect(await ask(teamPromise, visitor(), { reference: team })).toBeNull();
});

test('a list asks the database as often with many threads as with one', async () => {
  const count = async () => (await countingQueries(() => ask(ownEnquiries, author, {}))).queries;
  const few = await count();
  const others = await Promise.all(
    [1, 2, 3].map(async () => actorFor((await makePerson({ expert: true })).id)),
  );
  for (const other of others) for (const nth of [1, 2, 3]) await open(other, `Thread ${nth}`);
  expect(await count()).toBe(few);
  const mine = await ask(ownEnquiries, others[0]!, {});
  expect(mine?.enquiries.map(({ own }) => own)).toEqual([true, true, true]);
});
