import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { isQualityFinal, stageOf } from '../competition';
import { mayModerate } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';

/** Shows who bids, once scores are frozen and so the ranking is settled. It happens once, and is on record. */
export const revealBidders = command({
  name: 'evaluation.revealBidders',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedCompetition(tx, input.reference),
  authorise: (actor, competition) => mayModerate(actor, competition),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: competition, actor }) => {
    const { id: questionId, reference } = competition.question;
    if (!competition.hidesBidders)
      return refuse('BiddersAreShown', 'The names of the bidders are shown already.', { stale: true });
    if (stageOf(competition) !== 'ranking' || !isQualityFinal(competition.question))
      return refuse('RankingIsNotSettled', 'Names are shown once the panel has agreed its scores.');
    return {
      change: { questionId, reference, by: isPerson(actor) ? actor.id : '' },
      facts: [{ name: 'BiddersWereRevealed', noun: 'question', nounId: questionId }],
    };
  },
  save: async ({ tx, now }, { questionId, reference, by }) => {
    await tx.bidderReveal.create({ data: { questionId, revealedById: by, revealedAt: now } });
    return { reference };
  },
});
