import { beforeAll, expect, test as check } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { answerToken } from '../advice/answer-token.server';
import { consentedAdvice } from '../advice/consented-advice.server';
import { stateOf } from '../question';
import { adviceAnswerPage } from '../queries/advice-answer-page.server';
import { adviceAnswers } from '../queries/advice-answers.server';
import { acknowledgeAdvice } from './acknowledge-advice.server';
import { decideOnPublication } from './decide-on-publication.server';
import { settleRequest } from './settle-request.server';
import { submitAdviceAnswer } from './submit-advice-answer.server';
import { writeAdviceAnswer } from './write-advice-answer.server';

const test = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
const TEXT = { body: 'Insiders are approached through debt.', limits: 'Two ports, ten interviews.' };
const author = () => actorFor(question.asking.authorId);

beforeAll(async () => {
  question = await makeQuestion({ routeSlug: 'expert-advice-request' });
});

async function written(over: { expertId?: string } = {}) {
  const expertId = over.expertId ?? (await makePerson({ expert: true })).id;
  const expert = () => actorFor(expertId);
  const outcome = await run(writeAdviceAnswer, await expert(), {
    reference: question.reference,
    seen: answerToken(null),
    ...TEXT,
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return { expert, reference: outcome.value.reference };
}

check('a draft is its author’s alone; once sent, the asking team’s too', async () => {
  const { expert, reference } = await written();
  expect(await ask(adviceAnswerPage, await author(), { reference })).toBeNull();
  expect((await ask(adviceAnswers, await author(), { reference: question.reference }))?.answers).toEqual([]);
  expect(await run(submitAdviceAnswer, await expert(), { reference })).toMatchObject({ kind: 'done' });
  expect((await ask(adviceAnswerPage, await author(), { reference }))?.body).toBe(TEXT.body);
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const rival = await actorFor((await makePerson({ expert: true })).id);
  expect(await ask(adviceAnswerPage, coordinator, { reference })).toBeNull();
  expect(await ask(adviceAnswerPage, rival, { reference })).toBeNull();
  expect(await run(submitAdviceAnswer, await expert(), { reference })).toMatchObject({
    refusal: { stale: true },
  });
});

check('only its author agrees to publication, once asked, named or not', async () => {
  const { expert, reference } = await written();
  await run(submitAdviceAnswer, await expert(), { reference });
  const decision = { reference, decision: 'unnamed' };
  expect(await run(decideOnPublication, await expert(), decision)).toMatchObject({
    refusal: { name: 'PublicationWasNotAsked' },
  });
  expect(await consentedAdvice(test.db, reference)).toBeNull();
  expect(await run(acknowledgeAdvice, await author(), { reference, askToPublish: true })).toMatchObject({
    kind: 'done',
  });
  expect(await run(decideOnPublication, await author(), decision)).toMatchObject({ kind: 'denied' });
  expect(await run(decideOnPublication, await expert(), decision)).toMatchObject({ kind: 'done' });
  expect(await consentedAdvice(test.db, reference)).toMatchObject({
    body: TEXT.body,
    consentNamed: false,
    author: null,
  });
  expect(await run(decideOnPublication, await expert(), { reference, decision: 'refuse' })).toMatchObject({
    refusal: { name: 'AuthorHasDecided' },
  });
  const facts = await test.db.fact.findMany({ where: { noun: 'adviceAnswer' }, orderBy: { number: 'asc' } });
  expect(facts.map(({ name }) => name)).toContain('AdviceAnswerWasConsented');
});

check('a refusal keeps it private for good', async () => {
  const { expert, reference } = await written();
  await run(submitAdviceAnswer, await expert(), { reference });
  await run(acknowledgeAdvice, await author(), { reference, askToPublish: true });
  await run(decideOnPublication, await expert(), { reference, decision: 'refuse' });
  expect(await consentedAdvice(test.db, reference)).toBeNull();
});

check('an answer and its limits are both needed; a stale save keeps both versions', async () => {
  const expertId = (await makePerson({ expert: true })).id;
  const input = { reference: question.reference, seen: answerToken(null), body: TEXT.body, limits: '' };
  expect(await run(writeAdviceAnswer, await actorFor(expertId), input)).toMatchObject({
    refusal: { fields: { limits: 'Say what your answer cannot tell' } },
  });
  expect(await run(writeAdviceAnswer, await actorFor(expertId), { ...input, intent: 'later' })).toMatchObject(
    { kind: 'done' },
  );
  const stale = await run(writeAdviceAnswer, await actorFor(expertId), {
    ...input,
    body: 'Another version',
    intent: 'later',
  });
  expect(stale).toMatchObject({ refusal: { name: 'SomebodySavedMeanwhile', stale: true } });
  expect((await test.db.adviceAnswer.findFirstOrThrow({ where: { personId: expertId } })).body).toBe(
    TEXT.body,
  );
});

check('the team cannot answer itself, and settles only what it acknowledged', async () => {
  const own = await run(writeAdviceAnswer, await author(), {
    reference: question.reference,
    seen: '',
    ...TEXT,
  });
  expect(own).toMatchObject({ kind: 'denied' });
  const other = await makeQuestion({ routeSlug: 'expert-advice-request' });
  const theirs = await actorFor(other.asking.authorId);
  expect(await run(settleRequest, theirs, { reference: other.reference })).toMatchObject({
    refusal: { name: 'NothingIsAcknowledged' },
  });
  expect(await run(settleRequest, await author(), { reference: question.reference })).toMatchObject({
    kind: 'done',
  });
  const row = await test.db.question.findUniqueOrThrow({ where: { id: question.id } });
  expect(stateOf(row, (await author()).asOf)).toBe('answered');
});

check('a late answer is refused, says how late, and stays a draft', async () => {
  const late = await makeQuestion({ routeSlug: 'expert-advice-request', closesInDays: 1 });
  const expertId = (await makePerson({ expert: true })).id;
  const outcome = await run(writeAdviceAnswer, await actorFor(expertId), {
    reference: late.reference,
    seen: answerToken(null),
    ...TEXT,
  });
  if (outcome.kind !== 'done') throw new Error('not written');
  await moveClock('25 hours');
  const refused = await run(submitAdviceAnswer, await actorFor(expertId), {
    reference: outcome.value.reference,
  });
  expect(refused).toMatchObject({ refusal: { name: 'DeadlineHasPassed' } });
  expect(JSON.stringify(refused)).toMatch(/closed (60 minutes|1 hour|59 minutes|\d+ hours?|\d+ minutes) ago/);
  expect(await test.db.adviceAnswer.findFirst({ where: { personId: expertId } })).toMatchObject({
    submittedAt: null,
    ...TEXT,
  });
});
