import { beforeAll, expect, test as check } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { clarificationsPage } from '../queries/clarifications-page.server';
import { questionPage } from '../queries/question-page.server';
import { answerClarification } from './answer-clarification.server';
import { askClarification } from './ask-clarification.server';
import { declineClarification } from './decline-clarification.server';

const test = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
let expertId: string;
const as = (id: string) => actorFor(id);
const author = () => as(question.asking.authorId);

beforeAll(async () => {
  question = await makeQuestion({ closesInDays: 20 });
  expertId = (await makePerson({ expert: true, name: 'Hidden Asker' })).id;
});

async function asked(text = 'May we use data of 2019?'): Promise<string> {
  const { reference } = question;
  expect(await run(askClarification, await as(expertId), { reference, asked: text })).toMatchObject({
    kind: 'done',
  });
  const row = await test.db.clarification.findFirstOrThrow({
    where: { asked: text },
    orderBy: { askedAt: 'desc' },
  });
  return row.reference;
}

check('an answer goes to everybody, and the asker is in none of it', async () => {
  const reference = await asked();
  const waiting = await ask(clarificationsPage, await author(), { reference: question.reference });
  expect(waiting?.clarifications).toHaveLength(1);
  expect(JSON.stringify(waiting)).not.toMatch(/Hidden Asker|asker/i);
  const answer = { reference, publishedText: 'May data of 2019 be used?', answer: 'Yes.' };
  expect(await run(answerClarification, await author(), answer)).toMatchObject({ kind: 'done' });
  const rival = await as((await makePerson({ expert: true })).id);
  const page = await ask(questionPage, rival, { reference: question.reference });
  expect(page?.clarifications).toMatchObject([{ question: 'May data of 2019 be used?', answer: 'Yes.' }]);
  expect(JSON.stringify(page)).not.toContain(expertId);
  expect(await run(answerClarification, await author(), answer)).toMatchObject({ refusal: { stale: true } });
});

check('one sees one’s own, not those of others', async () => {
  await asked('Is travel paid?');
  const own = await ask(clarificationsPage, await as(expertId), { reference: question.reference });
  expect(own?.clarifications.map((one) => one.asked)).toContain('Is travel paid?');
  const rival = await as((await makePerson({ expert: true })).id);
  expect((await ask(clarificationsPage, rival, { reference: question.reference }))?.clarifications).toEqual(
    [],
  );
});

check('declining needs a reason, which only the asker sees', async () => {
  const reference = await asked('Who else bids?');
  expect(await run(declineClarification, await author(), { reference, reason: '' })).toMatchObject({
    kind: 'invalid',
  });
  await run(declineClarification, await author(), { reference, reason: 'Nobody knows before closing.' });
  const own = await ask(clarificationsPage, await as(expertId), { reference: question.reference });
  expect(JSON.stringify(own)).toContain('Nobody knows before closing.');
  const rival = await as((await makePerson({ expert: true })).id);
  expect(JSON.stringify(await ask(questionPage, rival, { reference: question.reference }))).not.toContain(
    'Nobody knows',
  );
});

check('the team, the panel and people who cannot answer do not ask', async () => {
  const { reference } = question;
  const attempt = async (id: string) =>
    (await run(askClarification, await as(id), { reference, asked: 'Why?' })).kind;
  expect(await attempt(question.asking.evaluatorId)).toBe('denied');
  expect(await attempt((await makePerson()).id)).toBe('denied');
  expect(await attempt((await makePerson({ expert: true, verified: false })).id)).toBe('hidden');
  expect(await attempt((await makePerson({ expert: true })).id)).toBe('done');
});

check('a hundred words are enough, and personal data is asked about', async () => {
  const { reference } = question;
  const long = await run(askClarification, await as(expertId), { reference, asked: 'word '.repeat(101) });
  expect(long).toMatchObject({ refusal: { fields: { asked: 'Use 100 words or fewer. There are 101' } } });
  const personal = { reference, asked: 'May we call 0113 496 0000?' };
  expect(await run(askClarification, await as(expertId), personal)).toMatchObject({ kind: 'refused' });
  expect(await run(askClarification, await as(expertId), { ...personal, notPersonal: true })).toMatchObject({
    kind: 'done',
  });
});

check('the window ends by the database clock; answers go on until closing', async () => {
  const reference = await asked('Late enough?');
  await moveClock('10 days');
  expect(
    await run(askClarification, await as(expertId), { reference: question.reference, asked: 'Too late?' }),
  ).toMatchObject({
    refusal: { name: 'ClarificationsAreClosed' },
  });
  const answer = { reference, publishedText: 'Late enough?', answer: 'Yes.' };
  expect(await run(answerClarification, await author(), answer)).toMatchObject({ kind: 'done' });
  const last = await asked2();
  await moveClock('20 days');
  expect(await run(answerClarification, await author(), { ...answer, reference: last })).toMatchObject({
    refusal: { name: 'QuestionIsClosed' },
  });
});

const asked2 = async () =>
  (await test.db.clarification.findFirstOrThrow({ where: { answeredAt: null, declinedAt: null } })).reference;
