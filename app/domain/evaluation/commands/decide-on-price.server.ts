import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import type { FactDraft } from '../../fact';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { showInstant } from '../../uk-time';
import { stageOf } from '../competition';
import { mayModerate } from '../evaluation-policy';
import { lockedCompetitionById } from '../load-competition.server';

/** Whether a low price may stand, with the reason; a price that may not excludes its bid. Never automatic. */
export const decideOnPrice = command({
  name: 'evaluation.decideOnPrice',
  input: z.strictObject({
    reference: referenceInput,
    decision: z.enum(['accepted', 'excluded'], { error: 'Say whether the price may stand' }),
    reason: textInput('Give the reason for your decision', 2000),
  }),
  load: async ({ tx, input }) => {
    const where = { reference: input.reference };
    const known = await tx.bid.findUnique({ where, select: { questionId: true } });
    const competition = known && (await lockedCompetitionById(tx, known.questionId));
    if (!competition) return null;
    const { priceQuery: asked, ...bid } = await tx.bid.findUniqueOrThrow({
      where,
      select: { id: true, excludedAt: true, withdrawnAt: true, priceQuery: true },
    });
    // A bid that its price excluded is still known, so that a second press is told so.
    const contends = !bid.withdrawnAt && (!bid.excludedAt || asked?.decidedAt);
    return asked && contends ? { competition, bid, asked } : null;
  },
  authorise: (actor, { competition }) => mayModerate(actor, competition),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, bid, asked }, actor, now }) => {
    if (asked.decidedAt)
      return refuse('PriceIsDecidedOn', 'This price has been decided on already.', { stale: true });
    if (stageOf(competition) !== 'ranking')
      return refuse('RankingIsNotOn', 'Prices are decided on before the recommendation.');
    if (!asked.explainedAt && now < asked.answerBy)
      return refuse(
        'ExplanationIsAwaited',
        `The bidder has until ${showInstant(asked.answerBy)} to explain. Decide after that, or once the explanation is in.`,
      );
    const { decision, reason } = input;
    const about = { noun: 'bid' as const, nounId: bid.id };
    const { id: questionId, reference: question } = competition.question;
    const facts: FactDraft[] = [{ name: 'PriceWasDecidedOn', ...about, data: { decision } }];
    if (decision === 'excluded') facts.push({ name: 'BidWasExcluded', ...about, data: { questionId } });
    return {
      change: { bidId: bid.id, question, decision, reason, by: isPerson(actor) ? actor.id : '' },
      facts,
    };
  },
  save: async ({ tx, now }, { bidId, question, decision, reason, by }) => {
    await tx.priceQuery.update({
      where: { bidId },
      data: { decision, decisionReason: reason, decidedById: by, decidedAt: now },
    });
    if (decision === 'excluded')
      await tx.bid.update({ where: { id: bidId }, data: { excludedAt: now, excludedReason: reason } });
    return { question };
  },
});
