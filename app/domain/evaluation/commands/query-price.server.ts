import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { bidInCompetition } from '../assessment/load-bid.server';
import { isQualityFinal, stageOf } from '../competition';
import { endOfDay } from '../end-of-day';
import { mayModerate } from '../evaluation-policy';
import { lockedCompetitionById } from '../load-competition.server';

/** Asks a bidder to explain a price that looks abnormally low. */
export const queryPrice = command({
  name: 'evaluation.queryPrice',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say what looks low and what you want to know', 2000),
    answerBy: dayInput('Enter the day by which you need the explanation'),
  }),
  load: async ({ tx, input }) => {
    const known = await bidInCompetition(tx, input.reference, lockedCompetitionById);
    if (!known || !isQualityFinal(known.competition.question)) return null;
    const asked = await tx.priceQuery.count({ where: { bidId: known.bid.id } });
    return { ...known, asked: asked > 0 };
  },
  authorise: (actor, { competition }) => mayModerate(actor, competition),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, bid, asked }, actor, now }) => {
    if (asked) return refuse('PriceIsQueried', 'This bidder has been asked about the price already.');
    if (stageOf(competition) !== 'ranking' || !competition.question.route.priceScored)
      return refuse('RankingIsNotOn', 'Prices are asked about between the ranking and the recommendation.');
    const answerBy = endOfDay(input.answerBy);
    if (answerBy <= now)
      return refuseField('AnswerIsDueInThePast', 'answerBy', 'Give the bidder time: choose a day to come');
    return {
      change: {
        bidId: bid.id,
        reason: input.reason,
        askedById: isPerson(actor) ? actor.id : '',
        answerBy,
        question: competition.question.reference,
      },
      facts: [{ name: 'PriceWasQueried', noun: 'bid', nounId: bid.id }],
    };
  },
  save: async ({ tx, now }, { question, ...row }) => {
    await tx.priceQuery.create({ data: { ...row, askedAt: now } });
    return { question };
  },
});
