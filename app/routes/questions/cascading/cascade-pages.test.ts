import { beforeAll, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { notifying } from '~/domain/notifications/notify.server';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import type { SealedFact } from '~/domain/reactions.server';
import { addDays, showDate, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeCascade } from '../../../../tests/support/factories/cascades';
import { makeOrganisation } from '../../../../tests/support/factories/people';
import { makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let priority: { id: string; reference: string; name: string };
const forces: (AskingTeam & { reference: string })[] = [];

beforeAll(async () => {
  asking = await makeAskingTeam();
  outsiders = await makeOutsiders();
  for (const name of ['Force North', 'Force East', 'Force West']) {
    const organisation = await makeOrganisation({ name, kind: 'police-force' });
    await store.db.organisation.update({ where: { id: organisation.id }, data: { level: 'local' } });
    const team = await makeAskingTeam({ organisationId: organisation.id });
    const { reference } = await store.db.team.findUniqueOrThrow({ where: { id: team.teamId } });
    forces.push({ ...team, reference });
  }
  const border = await makeOrganisation({ name: 'Border Watch', kind: 'police-force' });
  await store.db.organisation.update({ where: { id: border.id }, data: { level: 'border' } });
  await makeAskingTeam({ organisationId: border.id });
  priority = await store.db.priority.findFirstOrThrow({ where: { retiredAt: null } });
  question = await makeQuestion({
    asking,
    title: 'Who is recruited?',
    priorityIds: [priority.id],
    closesInDays: 200,
  });
});

const path = () => paths.sendToLevel(question.reference, 'local');
const sendIt = (fields: Record<string, string | string[]> = {}, as = asking.authorId) =>
  send(
    path(),
    {
      teams: forces.map(({ reference }) => reference),
      message: 'What do you see?',
      workingDays: '5',
      ...fields,
    },
    { as },
  );
const cascadeOf = (index: number) =>
  store.db.cascade.findFirstOrThrow({ where: { teamId: forces[index]?.teamId ?? '' } });
const answer = async (index: number, fields: Record<string, string>, as = forces[index]?.authorId) =>
  send(paths.cascade((await cascadeOf(index)).reference), fields, { as });

describe('sending', () => {
  test('is for those who run the question', async () => {
    for (const as of [asking.budgetHolderId, outsiders.expert, outsiders.coordinator, forces[0]?.authorId])
      expect([(await sendIt({}, as)).status, (await visit(path(), { as })).status]).toEqual([403, 403]);
    expect((await sendIt({}, outsiders.auditor)).status).toBe(404);
    const hidden = await makeQuestion({ asking, visibility: 'team' });
    expect((await visit(paths.sendToLevels(hidden.reference), { as: asking.authorId })).status).toBe(403);
  });

  test.each<[string, Record<string, string | string[]>, string, string]>([
    ['nobody', { teams: [] }, 'teams', 'Choose at least one team'],
    ['a team that is not there', { teams: ['22222222'] }, 'teams', 'Choose teams from the list'],
    ['without words', { message: ' ' }, 'message', 'Say what you ask of them'],
    ['for no time', { workingDays: '0' }, 'workingDays', 'Enter at least 1 working day'],
    ['for years', { workingDays: '600' }, 'workingDays', 'Enter 60 working days at most'],
  ])('to %s is refused beside its field', async (_, fields, field, message) => {
    const sent = await sendIt(fields);
    expect([sent.status, sent.messageBeside(field), sent.lostErrors]).toEqual([422, message, []]);
  });

  test('reaches three forces, once each, and stands on the question for those it is between', async () => {
    const form = await visit(path(), { as: asking.authorId });
    expect(form.text).toContain('Force East');
    expect((await sendIt({ priority: priority.reference })).banner).toBe('Sent to 3 teams');
    // The page opens where somebody is left to send it to.
    const next = await visit(paths.sendToLevels(question.reference), { as: asking.authorId });
    expect(next.text).toContain('Border Watch');
    expect(next.text).toContain('3 teams: 3 waiting for an answer.');
    const again = await sendIt();
    expect([again.status, again.lostErrors]).toEqual([422, []]);
    expect(again.text).toContain('One of these teams was sent this question already');
    for (const as of [asking.ownerId, outsiders.coordinator, forces[1]?.ownerId])
      expect((await visit(paths.question(question.reference), { as })).text).toContain(
        `For “${priority.name}”.`,
      );
    for (const as of [outsiders.expert, outsiders.member])
      expect((await visit(paths.question(question.reference), { as })).html).not.toContain('Force East');
  });

  test('is a task of each team that was asked', async () => {
    expect((await visit(paths.home(), { as: forces[0]?.ownerId })).text).toContain('Accept, decline or note');
    expect((await visit(paths.home(), { as: asking.ownerId })).text).not.toContain('Accept, decline or note');
  });
});

describe('answering', () => {
  test('is the asked team’s alone, and says what it brings or why not', async () => {
    const { reference } = await cascadeOf(0);
    for (const as of [outsiders.expert, forces[1]?.evaluatorId])
      expect((await visit(paths.cascade(reference), { as })).status).toBe(404);
    expect((await answer(0, { answer: 'noted' }, asking.authorId)).status).toBe(403);
    expect((await answer(0, { answer: 'noted' }, forces[1]?.authorId)).status).toBe(404);
    expect((await answer(0, {})).messageBeside('answer')).toBe('Choose an answer');
    expect((await answer(0, { answer: 'accepted', words: '' })).messageBeside('words')).toBe(
      'Say what your team will contribute',
    );
    expect((await answer(1, { answer: 'declined', words: ' ' })).messageBeside('words')).toBe(
      'Say why your team declines',
    );
  });

  test('is given once, even by two at once, and never changed', async () => {
    const words = 'Three months of stop data <b>here</b>';
    const both = await Promise.all(
      [forces[0]?.authorId, forces[0]?.ownerId].map((as) => answer(0, { answer: 'accepted', words }, as)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 403]);
    const { id } = await cascadeOf(0);
    await expect(store.db.cascade.update({ where: { id }, data: { words: 'No' } })).rejects.toThrow(
      'CascadeIsAnswered',
    );
    const page = await visit(paths.question(question.reference), { as: asking.authorId });
    expect(page.text).toContain(words);
    await answer(1, { answer: 'noted' });
    const sender = await visit(paths.sendToLevels(question.reference), { as: asking.authorId });
    expect(sender.text).toContain('3 teams: 1 accepted; 1 noted; 1 waiting for an answer.');
    const { answerBy } = await cascadeOf(2);
    expect(sender.rows.map(([, , ...cells]) => cells)).toEqual([
      [showDate(answerBy), 'Noted', `For “${priority.name}”.`],
      [showDate(answerBy), 'Accepted', `For “${priority.name}”. ${words}`],
      [showDate(answerBy), 'Waiting for an answer', `For “${priority.name}”.`],
    ]);
    expect(page.html).not.toContain('<b>here</b>');
    expect((await visit(paths.home(), { as: forces[0]?.ownerId })).text).not.toContain(
      'Accept, decline or note',
    );
  });
});

describe('left unanswered', () => {
  let left: typeof question;
  const told = async (name: string) => {
    const reaction = notifying(noticeRules);
    const facts = await store.db.fact.findMany({ where: { name, nounId: left.id } });
    for (const fact of facts)
      await reaction.react({ ...fact, position: '1', data: fact.data } as unknown as SealedFact);
    const notices = await store.db.notice.findMany({ where: { factId: { in: facts.map(({ id }) => id) } } });
    return { facts: facts.length, people: new Set(notices.map(({ personId }) => personId)) };
  };
  const dueTwice = async () => {
    await recordDueFacts();
    await recordDueFacts();
  };

  test('it is reminded once, then coordinators are told once; a late answer ends it', async () => {
    left = await makeQuestion({ asking, closesInDays: 200 });
    const today = ukDay(new Date());
    const days = { answerBy: addDays(today, 2), escalateOn: addDays(today, 12) };
    const [, declining, silent] = await Promise.all(
      forces.map(({ teamId }) =>
        makeCascade({ questionId: left.id, teamId, sentById: asking.authorId, ...days }),
      ),
    );
    const reply = (reference = '', fields: Record<string, string>, as?: string) =>
      send(paths.cascade(reference), fields, { as });
    const first = await store.db.cascade.findFirstOrThrow({
      where: { questionId: left.id, teamId: forces[0]?.teamId ?? '' },
    });
    await reply(first.reference, { answer: 'noted' }, forces[0]?.authorId);
    await dueTwice();
    expect((await told('LevelIsReminded')).facts).toBe(0);
    await moveClock('4 days');
    await store.db.question.update({ where: { id: left.id }, data: { visibility: 'team' } });
    await dueTwice();
    expect((await told('LevelIsReminded')).facts).toBe(0);
    await store.db.question.update({ where: { id: left.id }, data: { visibility: 'network' } });
    await dueTwice();
    const reminded = await told('LevelIsReminded');
    expect([reminded.facts, (await told('LevelHasNotAnswered')).facts]).toEqual([2, 0]);
    expect(reminded.people.has(forces[1]?.ownerId ?? '')).toBe(true);
    expect(reminded.people.has(forces[0]?.ownerId ?? '')).toBe(false);
    const late = { answer: 'declined', words: 'No analyst until spring' };
    expect((await reply(declining?.reference, late, forces[1]?.authorId)).status).toBe(303);
    await moveClock('10 days');
    await dueTwice();
    const escalated = await told('LevelHasNotAnswered');
    expect(escalated.facts).toBe(1);
    expect(escalated.people.has(outsiders.coordinator)).toBe(true);
    expect(escalated.people.has(forces[2]?.ownerId ?? '')).toBe(false);
    const { text } = await visit(paths.question(left.reference), { as: asking.authorId });
    expect(text).toContain('Not answered, coordinators know');
    expect(text).toContain('DeclinedNo analyst until spring');
    expect((await reply(silent?.reference, { answer: 'noted' }, forces[2]?.authorId)).status).toBe(303);
  });
});
