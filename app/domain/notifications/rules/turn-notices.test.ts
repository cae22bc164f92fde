import { expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward, makeEvaluated } from '../../../../tests/support/factories/awards';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { showReference } from '../../reference';
import { showDate } from '../../uk-time';
import { noticeRules } from './all.server';

const data = useDatabase();

/** What each rule of a fact would tell, by the kind of its notice. */
async function toldBy(name: string, nounId: string) {
  const fact = { id: newId(), position: '1', actorId: null, at: new Date(), data: {}, noun: 'any' };
  const rules = noticeRules.filter((rule) => rule.fact === name);
  const told = await Promise.all(
    rules.map(async (rule) => {
      const said = await rule.tell({ db: data.db, fact: { ...fact, name, nounId } });
      return [rule.kind, said && { ...said, personIds: [...new Set(said.personIds)].sort() }] as const;
    }),
  );
  return Object.fromEntries(told);
}

const ids = (...people: { id: string }[]) => people.map(({ id }) => id).sort();

test('a recommendation asks everybody with influence to declare again, and the owner to decide', async () => {
  const { question, panel } = await makeEvaluated();
  const { author, owner, budgetHolder, moderator, evaluators } = panel;
  await makeWall(question.id, evaluators[1].id);
  const told = await toldBy('RecommendationWasMade', question.id);
  const at = `/questions/${showReference(question.reference)}`;
  expect(told.RecommendationWasMade).toMatchObject({ personIds: [owner.id], path: `${at}/decision` });
  expect(told['RecommendationWasMade:declare']).toMatchObject({
    personIds: ids(author, budgetHolder, moderator, evaluators[0]),
    actorToo: true,
    path: `${at}/declaration`,
  });
});

test('whoever is kept from one of the bids does not learn that there is a recommendation', async () => {
  const { question, first, panel } = await makeEvaluated();
  await makeWall(question.id, panel.evaluators[1].id, first.id);
  const told = await toldBy('RecommendationWasMade', question.id);
  expect(told['RecommendationWasMade:declare']?.personIds).not.toContain(panel.evaluators[1].id);
});

test('scoring is the evaluators’ and the moderator is told what comes then', async () => {
  const { question, panel } = await makeEvaluated({ agreed: false });
  const told = await toldBy('EvaluationWasStarted', question.id);
  expect(told.EvaluationWasStarted?.personIds).toEqual(ids(...panel.evaluators));
  expect(told['EvaluationWasStarted:moderator']).toMatchObject({ personIds: [panel.moderator.id] });
  expect(told['EvaluationWasStarted:moderator']?.body).toContain('You are told when all scores are in');
});

test('an award notice tells the winner that they won and until when they wait, and nobody else', async () => {
  const { award, first, second, panel } = await makeAward({ state: 'standstill' });
  const told = await toldBy('AwardNoticeWasGiven', award.id);
  const until = award.standstillEndsOn ? showDate(award.standstillEndsOn) : 'no day';
  const won = told['AwardNoticeWasGiven:winners'];
  expect(won).toMatchObject({ personIds: [first.leadId] });
  expect(won?.subject).toContain('Your bid was chosen');
  expect(won?.body).toContain(`until the end of ${until}`);
  expect(won?.path).toBe(`/awards/${showReference(award.reference)}`);
  expect(told['AwardNoticeWasGiven:other-bidders']).toMatchObject({ personIds: [second.leadId] });
  expect(told.AwardNoticeWasGiven?.personIds).toContain(panel.budgetHolder.id);
  expect(told.AwardNoticeWasGiven?.personIds).not.toContain(first.leadId);
  expect(told.AwardNoticeWasGiven?.body).toContain(until);
  await data.db.award.update({ where: { id: award.id }, data: { standstillEndsOn: null } });
  const soon = await toldBy('AwardNoticeWasGiven', award.id);
  expect(soon['AwardNoticeWasGiven:winners']?.body).toContain('The contract can follow now');
});

test('what is told of an answer to a request leads to that answer', async () => {
  const question = await makeQuestion({ state: 'open', routeSlug: 'expert-advice-request' });
  const { id: personId } = await makePerson({ expert: true });
  const written = { body: 'Two signs.', limits: 'One port.', createdAt: new Date() };
  const answer = await data.db.adviceAnswer.create({
    data: { id: newId(), reference: 'TURNANSW', questionId: question.id, personId, ...written },
  });
  const path = `/advice-answers/${showReference(answer.reference)}`;
  const told = async (name: string) => (await toldBy(name, answer.id))[name];
  expect(await told('AdvicePublicationWasRequested')).toMatchObject({ personIds: [personId], path });
  const sent = await told('AdviceAnswerWasSubmitted');
  expect(sent?.path).toBe(path);
  expect(sent?.personIds).toContain(question.asking.authorId);
  expect(sent?.personIds).not.toContain(personId);
});

test('a team whose question takes bids is told to appoint its panel, another is not', async () => {
  const bodyOf = async (question: { id: string }) =>
    (await toldBy('QuestionWasPublished', question.id)).QuestionWasPublished?.body;
  expect(await bodyOf(await makeQuestion({ state: 'open' }))).toContain('Appoint its panel');
  const advice = await makeQuestion({ state: 'open', routeSlug: 'expert-advice-request' });
  expect(await bodyOf(advice)).not.toContain('panel');
});
