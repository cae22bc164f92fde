import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { newId } from '../../../../tests/support/factories/readers';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
});

const newExpert = () => makePerson({ expert: true });
const invite = (reference: string, person: string, as = asking.authorId) =>
  send(paths.questionInvitations(reference), { person }, { as });
const answer = (reference: string, fields: Record<string, string>, as?: string) =>
  send(paths.answerInvitation(reference), fields, { as });
const list = async (reference: string) =>
  (await visit(paths.questionInvitations(reference), { as: asking.authorId })).rows.map((row) => row[2]);

test('who was asked by name is told once, answers, and may think again; the team reads why', async () => {
  const question = await makeQuestion({ asking, visibility: 'invited' });
  const { reference } = question;
  const guest = await newExpert();
  await invite(reference, guest.reference);
  expect(await toldOf('ExpertWasInvited', question.id)).toMatchObject({
    people: [guest.id],
    paths: [paths.answerInvitation(reference)],
  });
  const page = await visit(paths.question(reference), { as: guest.id });
  expect(page.links.map(({ href }) => href)).toContain(paths.answerInvitation(reference));
  const form = await visit(paths.answerInvitation(reference), { as: guest.id });
  expect(await deadLinks(form, { as: guest.id })).toEqual([]);
  expect((await visit('/', { as: guest.id })).text).toContain('You are invited to answer');

  expect((await answer(reference, {}, guest.id)).messageBeside('answer')).toBe('Choose an answer');
  expect((await answer(reference, { answer: 'bored' }, guest.id)).status).toBe(422);
  const other = await answer(reference, { answer: 'other', words: ' ' }, guest.id);
  expect(other.messageBeside('words')).toBe('Say why in a few words');
  const said = await answer(reference, { answer: 'clearance', words: 'left over' }, guest.id);
  expect(said.banner).toBe('Declined. The team is told why.');
  await answer(reference, { answer: 'clearance' }, guest.id);
  const facts = { nounId: question.id, name: 'InvitationToAnswerWasDeclined' };
  expect(await database.db.fact.count({ where: facts })).toBe(1);
  expect((await toldOf('InvitationToAnswerWasDeclined', question.id)).people).toEqual([asking.authorId]);
  expect(await list(reference)).toContain('Declined: clearance that I do not hold');

  await answer(reference, { answer: 'other', words: '<i>At sea</i>' }, guest.id);
  expect(await list(reference)).toContain('Declined: <i>At sea</i>');
  expect((await answer(reference, { answer: 'interested' }, guest.id)).banner).toContain('will look at it');
  expect(await list(reference)).toContain('Interested');
  expect((await toldOf('InvitationToAnswerWasWelcomed', question.id)).people).toEqual([asking.authorId]);
  expect((await visit('/', { as: guest.id })).text).not.toContain('You are invited to answer');
});

test('for everybody else there is no such page, and after closing nothing to answer', async () => {
  const guest = await newExpert();
  const open = await makeQuestion({ asking, invited: [{ personId: guest.id }] });
  for (const as of [outsiders.expert, outsiders.coordinator, asking.authorId]) {
    expect((await visit(paths.answerInvitation(open.reference), { as })).status).toBe(404);
    expect((await answer(open.reference, { answer: 'interested' }, as)).status).toBe(404);
  }
  expect((await visit(paths.answerInvitation(open.reference))).status).toBe(302);
  const closed = await makeQuestion({ asking, state: 'closed', invited: [{ personId: guest.id }] });
  expect((await visit(paths.answerInvitation(closed.reference), { as: guest.id })).text).toContain(
    'no longer open',
  );
  expect((await answer(closed.reference, { answer: 'noTime' }, guest.id)).status).toBe(422);
  const draft = await makeQuestion({ asking, state: 'draft', invited: [{ personId: guest.id }] });
  expect((await answer(draft.reference, { answer: 'interested' }, guest.id)).status).toBe(404);
});

test('nobody is asked while three questions wait, by however many teams at once', async () => {
  const guest = await newExpert();
  const questions = await Promise.all(
    [1, 2, 3, 4, 5].map(() => makeQuestion({ asking, title: 'Quayside zephyr?' })),
  );
  const answers = await Promise.all(questions.map(({ reference }) => invite(reference, guest.reference)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 303, 422, 422]);
  const refused = answers.find(({ status }) => status === 422);
  expect(refused?.errors).toEqual(['They cannot be asked now: 3 questions wait for their answer already']);
  const waits = await database.db.questionInvitation.findFirstOrThrow({
    where: { personId: guest.id },
    include: { question: true },
  });
  await answer(waits.question.reference, { answer: 'noTime' }, guest.id);
  const left = questions[answers.findIndex(({ status }) => status === 422)]?.reference ?? '';
  const found = await visit(`${paths.questionInvitations(left)}?name=${guest.name}`, { as: asking.authorId });
  expect(found.text).toContain('Asked 3 times in the last 12 months');
  expect((await invite(left, guest.reference)).status).toBe(303);
});

test('nor more than twelve times in twelve months; what was longer ago is forgotten', async () => {
  const guest = await newExpert();
  const asked = async (months: number, times: number) => {
    for (let time = 0; time < times; time += 1) {
      const { id } = await makeQuestion({ asking, state: 'closed' });
      const invitedAt = new Date(Date.now() - months * 30 * 86_400_000);
      await database.db.questionInvitation.create({
        data: { id: newId(), questionId: id, personId: guest.id, invitedById: asking.authorId, invitedAt },
      });
    }
  };
  await asked(14, 2);
  await asked(2, 11);
  const { reference } = await makeQuestion({ asking, title: 'Ashore?' });
  const page = () =>
    visit(`${paths.questionInvitations(reference)}?name=${guest.name}`, { as: asking.authorId });
  expect((await page()).text).toContain('Asked 11 times');
  await asked(1, 1);
  expect((await page()).text).toContain('Not now.');
  expect((await invite(reference, guest.reference)).errors).toEqual([
    'They cannot be asked now: they were asked 12 times in the last 12 months',
  ]);
});

test('coordinators see counts and no names; nobody else sees them', async () => {
  const page = await visit(paths.askedExperts(), { as: outsiders.coordinator });
  expect(page.rows.map(([reason]) => reason)).toContain('No time');
  expect(page.text).toContain('Asked as often as allowed1 person');
  expect(await deadLinks(page, { as: outsiders.coordinator })).toEqual([]);
  for (const as of [asking.authorId, outsiders.expert, outsiders.auditor])
    expect((await visit(paths.askedExperts(), { as })).status).toBe(403);
});

test('the database takes no refusal without its code, and no yes beside a no', async () => {
  const guest = await newExpert();
  const { id } = await makeQuestion({ asking, invited: [{ personId: guest.id }] });
  const change = (data: object) =>
    database.db.questionInvitation.updateMany({ where: { questionId: id }, data });
  await expect(change({ declinedAt: new Date() })).rejects.toThrow('declined_with_code');
  await expect(change({ declinedAt: new Date(), declineCode: 'other' })).rejects.toThrow('other_says_what');
  await expect(
    change({ declinedAt: new Date(), declineCode: 'noTime', interestedAt: new Date() }),
  ).rejects.toThrow('yes_or_no');
});
