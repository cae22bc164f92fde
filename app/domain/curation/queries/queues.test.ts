import { beforeAll, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeCascade } from '../../../../tests/support/factories/cascades';
import { makeAskingTeam, makeQuestion } from '../../../../tests/support/factories/questions';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { sendReminder } from '../commands/send-reminder.server';
import { QUEUE_KINDS, type QueueKind } from '../queue';
import { desk } from './desk.server';
import { queueItem } from './queue-item.server';
import { queueList } from './queue-list.server';

const data = useDatabase();
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
let coordinator: Person;

beforeAll(async () => {
  coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
});

const waiting = async (kind: QueueKind) =>
  (await ask(queueList, coordinator, { kind, all: true }))?.lines.map(({ reference }) => reference) ?? [];

test('a question waits on the desk after five working days, without its title, until its owner is reminded', async () => {
  const question = await makeQuestion({ state: 'awaitingApproval', title: 'A secret title' });
  const sent = async (days: number) =>
    data.db.question.update({ where: { id: question.id }, data: { submittedAt: daysAgo(days) } });
  await sent(3);
  expect(await waiting('approvals')).not.toContain(question.reference);
  await sent(15);
  expect(await waiting('approvals')).toContain(question.reference);
  const item = await ask(queueItem, coordinator, { kind: 'approvals', reference: question.reference });
  expect(JSON.stringify(item)).not.toContain('secret title');
  const reminded = await Promise.all(
    [1, 2, 3].map(() => run(sendReminder, coordinator, { kind: 'approvals', reference: question.reference })),
  );
  expect(reminded.map(({ kind }) => kind).toSorted()).toEqual(['done', 'hidden', 'hidden']);
  expect(await waiting('approvals')).not.toContain(question.reference);
  expect(await run(sendReminder, coordinator, { kind: 'approvals', reference: question.reference })).toEqual({
    kind: 'hidden',
  });
  await moveClock('8 days');
  expect(await waiting('approvals')).toContain(question.reference);
});

test('stale findings, profiles and bibliographic records without a threat area wait', async () => {
  const old = await makeFinding();
  await data.db.finding.update({ where: { id: old.id }, data: { reviewBy: daysAgo(2) } });
  const fresh = await makeFinding();
  const untagged = await makeFinding({ bibliographic: true });
  const expert = await makePerson({ expert: true });
  await data.db.expertProfile.update({ where: { personId: expert.id }, data: { confirmedAt: daysAgo(500) } });
  expect(await waiting('reviews')).toEqual(expect.arrayContaining([old.reference]));
  expect(await waiting('reviews')).not.toContain(fresh.reference);
  expect(await waiting('untagged')).toContain(untagged.reference);
  expect(await waiting('untagged')).not.toContain(fresh.reference);
  expect(await waiting('profiles')).toContain(expert.reference);
});

test('a question waits once a level has left it unanswered, with the teams that owe an answer, until reminded', async () => {
  const [early, question] = [await makeQuestion(), await makeQuestion()];
  const { authorId: sentById, teamId } = await makeAskingTeam();
  const about = { teamId, sentById, answerBy: daysAgo(6) };
  await makeCascade({ ...about, questionId: early.id, escalateOn: daysAgo(-30) });
  await makeCascade({ ...about, questionId: question.id, escalateOn: daysAgo(1) });
  expect(await waiting('cascades')).toEqual([question.reference]);
  const item = await ask(queueItem, coordinator, { kind: 'cascades', reference: question.reference });
  const { name } = await data.db.team.findUniqueOrThrow({ where: { id: teamId } });
  expect(item).toMatchObject({ title: question.title, detail: name });
  const show = (visibility: 'team' | 'network') =>
    data.db.question.update({ where: { id: question.id }, data: { visibility } });
  await show('team');
  expect(await waiting('cascades')).toEqual([]);
  await show('network');
  await run(sendReminder, coordinator, { kind: 'cascades', reference: question.reference });
  expect(await waiting('cascades')).toEqual([]);
});

test('a queue pages by key, knows the next thing, and its counts are the desk’s', async () => {
  const made = [];
  for (let number = 0; number < 27; number += 1)
    made.push((await makeFinding({ state: 'submitted' })).reference);
  const first = await ask(queueList, coordinator, { kind: 'findings' });
  const second = await ask(queueList, coordinator, { kind: 'findings', after: first?.next ?? undefined });
  const seen = [...(first?.lines ?? []), ...(second?.lines ?? [])].map(({ reference }) => reference);
  expect(first?.lines).toHaveLength(25);
  expect([...seen].sort()).toEqual([...made].sort());
  const item = await ask(queueItem, coordinator, { kind: 'findings', reference: seen[0] });
  expect(item).toMatchObject({ place: 1, count: 27, next: seen[1] });
  const last = await ask(queueItem, coordinator, { kind: 'findings', reference: seen[26] });
  expect(last?.next).toBe(seen[0]);
  const view = await ask(desk, coordinator, {});
  expect(view?.queues.map(({ kind }) => kind)).toEqual([...QUEUE_KINDS]);
  expect(view?.queues.find(({ kind }) => kind === 'findings')?.count).toBe(27);
});

test('the desk is for coordinators', async () => {
  const member = await actorFor((await makePerson({ expert: true, roles: ['administrator'] })).id);
  expect(await ask(desk, member, {})).toBeNull();
  expect(await ask(queueList, member, { kind: 'findings' })).toBeNull();
});
