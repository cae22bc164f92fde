import { describe, expect, test } from 'vitest';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { doneValue, makeBid, makeExpert, openQuestion } from '../../../../tests/support/factories/bids';
import { declareNothing, makePanel, makeScores } from '../../../../tests/support/factories/panels';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { useDatabase } from '../../../../tests/support/database';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { agreeQuality } from './agree-quality.server';
import { appointPanelMember } from './appoint-panel-member.server';
import { decideInterest } from './decide-interest.server';
import { declareInterests } from './declare-interests.server';
import { endPanelMembership } from './end-panel-membership.server';
import { recommend } from './recommend.server';
import { recordConsensus } from './record-consensus.server';
import { recordMeeting } from './record-meeting.server';
import { returnRecommendation } from './return-recommendation.server';
import { saveScores } from './save-scores.server';

const store = useDatabase();

const refusalOf = (outcome: { kind: string }) =>
  outcome.kind === 'refused' && 'refusal' in outcome
    ? (outcome.refusal as { name: string }).name
    : outcome.kind;

const stages = (id: string) =>
  store.db.question.findUniqueOrThrow({
    where: { id },
    select: { evaluationStartedAt: true, qualityAgreedAt: true, priceOpenedAt: true },
  });

const declare = (actor: Actor, reference: string, over: object = {}) =>
  run(declareInterests, actor, {
    reference,
    stage: 'opening',
    hasInterest: 'no',
    details: '',
    about: [],
    ...over,
  });

/** A row of scores for every criterion of a question. */
const rows = (
  question: { criteria: unknown[] },
  value: number | undefined,
  reason = 'Because of section 2.',
) => question.criteria.map((_, i) => ({ position: i + 1, value, reason }));

describe('the panel', () => {
  test('is appointed by the author, never by a stranger, and holds one moderator', async () => {
    const question = await makeQuestion();
    const author = await actorFor(question.asking.authorId);
    const [one, two] = [await makePerson(), await makePerson()];
    const appoint = (actor: Actor, person: string, role: string) =>
      run(appointPanelMember, actor, { reference: question.reference, person, role });
    expect((await appoint(author, one.reference, 'moderator')).kind).toBe('done');
    expect(refusalOf(await appoint(author, two.reference, 'moderator'))).toBe('PanelHasModerator');
    expect(refusalOf(await appoint(author, one.reference, 'evaluator'))).toBe('PersonIsOnPanel');
    expect((await appoint(await actorFor(two.id), two.reference, 'evaluator')).kind).toBe('hidden');
    expect(
      (await appoint(await actorFor(question.asking.evaluatorId), two.reference, 'evaluator')).kind,
    ).toBe('denied');
    const owner = await store.db.person.findUniqueOrThrow({ where: { id: question.asking.ownerId } });
    await run(endPanelMembership, author, { reference: question.reference, person: one.reference });
    expect(refusalOf(await appoint(author, owner.reference, 'moderator'))).toBe('OwnerCannotModerate');
    expect((await appoint(author, one.reference, 'evaluator')).kind).toBe('done');
  });

  test('takes only verified members, and no bidder once bids are opened', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const author = await actorFor(question.asking.authorId);
    const bidder = await makeExpert();
    await makeBid({ question, leadId: bidder.id });
    const appoint = (person: string) =>
      run(appointPanelMember, author, { reference: question.reference, person, role: 'evaluator' });
    const unverified = await makePerson({ verified: false });
    expect(refusalOf(await appoint(unverified.reference))).toBe('PersonIsUnknown');
    await makePanel(question, { declared: false });
    await openQuestion(question);
    expect(refusalOf(await appoint(bidder.reference))).toBe('PersonIsConflicted');
  });

  test('tells nobody before opening who bids, by refusing', async () => {
    const question = await makeQuestion();
    const bidder = await makeExpert();
    await makeBid({ question, leadId: bidder.id });
    const outcome = await run(appointPanelMember, await actorFor(question.asking.authorId), {
      reference: question.reference,
      person: bidder.reference,
      role: 'evaluator',
    });
    expect(outcome.kind).toBe('done');
  });
});

describe('declarations', () => {
  test('the last one starts the evaluation by itself', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const { moderator, evaluators } = await makePanel(question, { declared: false });
    await openQuestion(question);
    for (const actor of [moderator, evaluators[0]]) doneValue(await declare(actor, question.reference));
    expect((await stages(question.id)).evaluationStartedAt).toBeNull();
    doneValue(await declare(evaluators[1], question.reference));
    expect((await stages(question.id)).evaluationStartedAt).not.toBeNull();
  });

  test('an interest waits for a decision; a dismissed one lets the evaluation start', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const { moderator, evaluators, owner } = await makePanel(question, { declared: false });
    await openQuestion(question);
    await declareNothing(question.id, [moderator.id, evaluators[0].id], 'opening');
    expect(refusalOf(await declare(evaluators[1], question.reference, { hasInterest: 'yes' }))).toBe(
      'InterestHasNoDetails',
    );
    const interest = { hasInterest: 'yes', details: 'We shared an office in 2019.' };
    doneValue(await declare(evaluators[1], question.reference, interest));
    expect((await stages(question.id)).evaluationStartedAt).toBeNull();
    const decision = {
      reference: question.reference,
      person: evaluators[1].reference,
      stage: 'opening',
      reason: 'Long ago.',
    };
    expect((await run(decideInterest, evaluators[1], { ...decision, decision: 'dismiss' })).kind).toBe(
      'denied',
    );
    expect((await run(decideInterest, moderator, { ...decision, decision: 'dismiss' })).kind).toBe('denied');
    doneValue(await run(decideInterest, owner, { ...decision, decision: 'dismiss' }));
    expect(refusalOf(await run(decideInterest, owner, { ...decision, decision: 'confirm' }))).toBe(
      'InterestIsDecided',
    );
    expect((await stages(question.id)).evaluationStartedAt).not.toBeNull();
  });

  test('a confirmed conflict is a wall around the whole competition and ends the membership', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const { evaluators, owner } = await makePanel(question, { declared: false, evaluators: 3 });
    const bid = await makeBid({ question });
    await openQuestion(question);
    const [conflicted] = evaluators;
    const lead = await store.db.person.findUniqueOrThrow({ where: { id: bid.leadId } });
    doneValue(
      await declare(conflicted, question.reference, {
        hasInterest: 'yes',
        details: 'Married.',
        about: [lead.reference],
      }),
    );
    doneValue(
      await run(decideInterest, owner, {
        reference: question.reference,
        person: conflicted.reference,
        stage: 'opening',
        decision: 'confirm',
        reason: 'A spouse bids.',
      }),
    );
    const behind = await actorFor(conflicted.id);
    expect(behind.walls).toEqual([{ questionId: question.id, bidId: null }]);
    expect(behind.panels).toEqual([]);
    expect((await declare(behind, question.reference)).kind).toBe('hidden');
  });

  test('on a funding call the wall covers the bids of those named, and no other', async () => {
    const question = await makeQuestion({ state: 'closed', routeSlug: 'funding-call' });
    const { evaluators, owner } = await makePanel(question, { declared: false, evaluators: 3 });
    const bids = [await makeBid({ question }), await makeBid({ question })] as const;
    await openQuestion(question);
    const lead = await store.db.person.findUniqueOrThrow({ where: { id: bids[0].leadId } });
    const interest = { hasInterest: 'yes', details: 'Married.', about: [lead.reference] };
    doneValue(await declare(evaluators[0], question.reference, interest));
    doneValue(
      await run(decideInterest, owner, {
        reference: question.reference,
        person: evaluators[0].reference,
        stage: 'opening',
        decision: 'confirm',
        reason: 'A spouse bids.',
      }),
    );
    const behind = await actorFor(evaluators[0].id);
    expect(behind.walls).toEqual([{ questionId: question.id, bidId: bids[0].id }]);
    expect(behind.panels).toHaveLength(1);
    const score = (reference: string) =>
      run(saveScores, behind, { reference, intent: 'save', scores: rows(question, 3) });
    expect((await score(bids[0].reference)).kind).toBe('hidden');
    expect(refusalOf(await score(bids[1].reference))).toBe('EvaluationHasNotStarted');
  });

  test('a panel member who stands in a bid cannot declare that there is no interest', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const { evaluators } = await makePanel(question, { declared: false });
    await makeBid({ question, leadId: evaluators[0].id });
    await openQuestion(question);
    expect(refusalOf(await declare(evaluators[0], question.reference))).toBe('DeclarantBids');
  });

  test('the owner’s own interest is decided by a coordinator', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const { owner } = await makePanel(question, { declared: false });
    await openQuestion(question);
    doneValue(
      await declare(owner, question.reference, { hasInterest: 'yes', details: 'Shares in a bidder.' }),
    );
    const decision = {
      reference: question.reference,
      person: owner.reference,
      stage: 'opening',
      decision: 'confirm',
      reason: 'Owns shares.',
    };
    expect((await run(decideInterest, owner, decision)).kind).toBe('denied');
    const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    expect((await run(decideInterest, coordinator, decision)).kind).toBe('done');
  });

  test('a form of an earlier stage is stale', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const { owner } = await makePanel(question, { declared: false });
    await openQuestion(question);
    expect(refusalOf(await declare(owner, question.reference, { stage: 'publication' }))).toBe(
      'StageHasMoved',
    );
  });
});

async function scoring(routeSlug: 'commissioned-study' | 'competition' = 'commissioned-study') {
  const question = await makeQuestion({ state: 'closed', routeSlug });
  const bids = [
    await makeBid({ question, pounds: 60_000 }),
    await makeBid({ question, pounds: 50_000 }),
  ] as const;
  const panel = await makePanel(question, { evaluators: routeSlug === 'competition' ? 3 : 2 });
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  return { question, bids, panel };
}

describe('scores', () => {
  test('are saved in part, submitted whole, and stand from then on', async () => {
    const { question, bids, panel } = await scoring();
    const send = (actor: Actor, intent: string, scores: object[]) =>
      run(saveScores, actor, { reference: bids[0].reference, intent, scores });
    const [evaluator] = panel.evaluators;
    doneValue(await send(evaluator, 'save', rows(question, undefined, 'Half a thought')));
    expect(refusalOf(await send(evaluator, 'submit', rows(question, undefined, 'Half a thought')))).toBe(
      'ScoresAreIncomplete',
    );
    expect(refusalOf(await send(evaluator, 'submit', rows(question, 3, '')))).toBe('ScoresAreIncomplete');
    expect(refusalOf(await send(evaluator, 'submit', rows(question, 3).slice(1)))).toBe(
      'ScoresAreIncomplete',
    );
    expect((await send(evaluator, 'submit', rows(question, 6))).kind).toBe('invalid');
    expect(refusalOf(await send(evaluator, 'save', [{ position: 9, value: 3, reason: '' }]))).toBe(
      'CriteriaDoNotFit',
    );
    doneValue(await send(evaluator, 'submit', rows(question, 3)));
    expect(refusalOf(await send(evaluator, 'save', rows(question, 4)))).toBe('ScoreIsSubmitted');
    expect((await send(panel.moderator, 'save', rows(question, 4))).kind).toBe('denied');
    expect((await send(panel.owner, 'save', rows(question, 4))).kind).toBe('denied');
    expect((await send(await makeExpert(), 'save', rows(question, 4))).kind).toBe('hidden');
  });

  test('wait for the evaluator’s own declaration', async () => {
    const { question, bids, panel } = await scoring();
    await store.db.panelMembership.create({
      data: {
        questionId: question.id,
        personId: panel.budgetHolder.id,
        role: 'evaluator',
        appointedById: panel.author.id,
        appointedAt: new Date(),
      },
    });
    const late = await makePerson();
    await store.db.panelMembership.create({
      data: {
        questionId: question.id,
        personId: late.id,
        role: 'evaluator',
        appointedById: panel.author.id,
        appointedAt: new Date(),
      },
    });
    const outcome = await run(saveScores, await actorFor(late.id), {
      reference: bids[0].reference,
      intent: 'save',
      scores: rows(question, 3),
    });
    expect(outcome).toMatchObject({ kind: 'denied', why: expect.stringContaining('Declare') as string });
  });

  test('the database itself keeps submitted scores, the scale, and bidders out', async () => {
    const { question, bids, panel } = await scoring();
    const criterionId = question.criteria[0]?.id ?? '';
    const row = { bidId: bids[0].id, criterionId, savedAt: new Date(), reason: 'Because.' };
    const [one] = panel.evaluators;
    await expect(store.db.score.create({ data: { ...row, personId: one.id, value: 6 } })).rejects.toThrow();
    await expect(
      store.db.score.create({ data: { ...row, personId: bids[1].leadId, value: 3 } }),
    ).rejects.toThrow(/ScorerBids/);
    await makeScores(bids[0], question, one, 3);
    const where = { bidId_criterionId_personId: { bidId: bids[0].id, criterionId, personId: one.id } };
    await expect(store.db.score.update({ where, data: { value: 5 } })).rejects.toThrow(/ScoreIsSubmitted/);
    await expect(store.db.score.delete({ where })).rejects.toThrow(/EvaluationIsKept/);
  });
});

describe('moderation', () => {
  test('leads from independent scores over a consensus to agreed quality', async () => {
    const { question, bids, panel } = await scoring();
    const { moderator, evaluators } = panel;
    const { reference } = question;
    const consensus = (scores: object[]) =>
      run(recordConsensus, moderator, { reference: bids[0].reference, scores });
    await makeScores(bids[0], question, evaluators[0], 1);
    expect(refusalOf(await consensus(rows(question, 3)))).toBe('ScoresAreMissing');
    await makeScores(bids[0], question, evaluators[1], 4);
    for (const evaluator of evaluators) await makeScores(bids[1], question, evaluator, 3);
    const agree = (actor: Actor = moderator) => run(agreeQuality, actor, { reference });
    expect((await agree(evaluators[0])).kind).toBe('denied');
    expect(await agree()).toMatchObject({
      refusal: { message: expect.stringContaining('needs a consensus') as string },
    });
    expect(refusalOf(await consensus(rows(question, undefined, '')))).toBe('ConsensusIsEmpty');
    expect(refusalOf(await consensus(rows(question, 3, '')))).toBe('ConsensusIsIncomplete');
    doneValue(await consensus(rows(question, 3)));
    expect(await agree()).toMatchObject({
      refusal: { message: expect.stringContaining('minutes') as string },
    });
    const meeting = { reference, heldOn: '2126-01-01', minutes: 'We met and went through each criterion.' };
    expect(refusalOf(await run(recordMeeting, moderator, meeting))).toBe('MeetingIsAhead');
    doneValue(await run(recordMeeting, moderator, { ...meeting, heldOn: '2026-01-15' }));
    doneValue(await agree());
    expect(refusalOf(await consensus(rows(question, 5)))).toBe('ScoringIsNotOn');
    expect(refusalOf(await agree())).toBe('ScoringIsNotOn');
    const kept = await store.db.score.count({ where: { bidId: bids[0].id, value: 1 } });
    expect(kept).toBe(question.criteria.length);
  });

  test('agreement opens the prices where the route kept them sealed', async () => {
    const { question, bids, panel } = await scoring('competition');
    for (const bid of bids)
      for (const evaluator of panel.evaluators) await makeScores(bid, question, evaluator, 3);
    expect((await stages(question.id)).priceOpenedAt).toBeNull();
    doneValue(
      await run(recordMeeting, panel.moderator, {
        reference: question.reference,
        heldOn: '2026-01-15',
        minutes: 'We met.',
      }),
    );
    doneValue(await run(agreeQuality, panel.moderator, { reference: question.reference }));
    expect((await stages(question.id)).priceOpenedAt).not.toBeNull();
  });
});

describe('recommendation', () => {
  test('follows the ranking, waits alone, and can be returned by the owner only', async () => {
    const { question, bids, panel } = await scoring();
    for (const evaluator of panel.evaluators) {
      await makeScores(bids[0], question, evaluator, 5);
      await makeScores(bids[1], question, evaluator, 2);
    }
    const { reference } = question;
    const send = (over: object, actor: Actor = panel.moderator) =>
      run(recommend, actor, {
        reference,
        outcome: 'awarded',
        bids: [bids[0].reference],
        text: 'The better bid.',
        tieReason: '',
        ...over,
      });
    expect(refusalOf(await send({}))).toBe('RankingIsNotReady');
    await store.db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: new Date() } });
    expect((await send({}, panel.owner)).kind).toBe('denied');
    expect(refusalOf(await send({ bids: [bids[1].reference] }))).toBe('BetterBidIsPassedOver');
    expect(refusalOf(await send({ bids: [] }))).toBe('NobodyIsChosen');
    expect(refusalOf(await send({ bids: bids.map((bid) => bid.reference) }))).toBe('AwardsAreAllGiven');
    expect(refusalOf(await send({ outcome: 'cancelled' }))).toBe('NothingToAward');
    doneValue(await send({}));
    expect(refusalOf(await send({}))).toBe('RankingIsNotReady');
    const back = { reference, reason: 'Say more about data access.' };
    expect((await run(returnRecommendation, panel.author, back)).kind).toBe('denied');
    expect((await run(returnRecommendation, panel.moderator, back)).kind).toBe('denied');
    doneValue(await run(returnRecommendation, panel.owner, back));
    doneValue(await send({ text: 'The better bid; data access is agreed with two forces.' }));
  });
});
