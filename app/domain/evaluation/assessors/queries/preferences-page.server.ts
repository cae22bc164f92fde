import { z } from 'zod';
import { isMember, isWalledFromBid } from '../../../actor';
import { openedSummaries } from '../../../bids/sealing/opened-summaries.server';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { headingOf, isSeen, seenCompetition } from '../../seen-competition.server';
import { mayStatePreferences } from '../assigning-policy';

/** The bids with their summaries alone, and what the assessor has said of each; anonymous where that is planned. */
export const preferencesPage = query({
  name: 'evaluation.preferences',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope: personId, input }) => {
    if (!personId) return null;
    const competition = await seenCompetition(db, actor, input.reference, mayStatePreferences);
    if (!isSeen(competition)) return competition;
    const { question, assigning } = competition;
    const [bids, stated] = await Promise.all([
      openedSummaries(db, question.id),
      db.bidPreference.findMany({ where: { personId, bid: { questionId: question.id } } }),
    ]);
    const said = new Map(stated.map((one) => [one.bidId, one]));
    return {
      ...headingOf(competition),
      id: question.id,
      settled: assigning?.confirmedAt !== null,
      statedAt: stated[0]?.statedAt ?? null,
      bids: bids
        .filter(({ id }) => !isWalledFromBid(actor, question.id, id))
        .map(({ id, reference, bidder, summary }) => ({
          reference,
          bidder: assigning?.anonymous ? null : bidder,
          summary,
          wish: said.get(id)?.wish ?? null,
          expertise: said.get(id)?.expertise ?? null,
          conflict: said.get(id)?.conflictKind ?? null,
          words: said.get(id)?.conflictWords ?? '',
        })),
    };
  },
  logged: (view) =>
    isSeen(view) ? { name: 'BidSummariesWereRead', noun: 'question', nounId: view.id } : null,
});
