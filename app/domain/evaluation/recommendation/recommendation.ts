import { refuseField, type Refusal } from '../../refusal';
import type { CompetitionQuestion } from '../competition';
import { UNRANKED_WORDS } from '../scoring/award/formulas';
import { needsTieReason, passesOverBetter, type Ranking } from '../scoring/ranking';

export type RecommendedOutcome = 'awarded' | 'noneSuitable' | 'cancelled';

export const OUTCOME_NAMES: Record<RecommendedOutcome, string> = {
  awarded: 'Award',
  noneSuitable: 'No bid is suitable',
  cancelled: 'Cancel without an award',
};

export interface Choice {
  outcome: RecommendedOutcome;
  bidIds: string[];
  tieReason: string;
}

/** Why a choice of bids cannot be recommended; null when it can. Awards follow the ranking, money and number. */
export function refusedChoice(
  question: Pick<CompetitionQuestion, 'awardsAvailable' | 'budgetMaximum'>,
  { ranking, amounts }: { ranking: Ranking; amounts: ReadonlyMap<string, number> },
  { outcome, bidIds, tieReason }: Choice,
): Refusal | null {
  if (outcome !== 'awarded')
    return bidIds.length === 0
      ? null
      : refuseField('NothingToAward', 'bids', 'Choose no bid, unless you recommend an award');
  if (bidIds.length === 0) return refuseField('NobodyIsChosen', 'bids', 'Choose the bid to award');
  const { awardsAvailable: most, budgetMaximum } = question;
  if (bidIds.length > most)
    return refuseField(
      'AwardsAreAllGiven',
      'bids',
      `This question has ${most} award${most === 1 ? '' : 's'} to give`,
    );
  const unranked = ranking.unranked.find(({ id }) => bidIds.includes(id));
  if (unranked)
    return unranked.why === 'minimum'
      ? refuseField('BidIsBelowMinimum', 'bids', 'A bid below a minimum score cannot be awarded')
      : refuseField(
          'BidIsUnranked',
          'bids',
          `A bid cannot be awarded that is ${UNRANKED_WORDS[unranked.why]}`,
        );
  if (passesOverBetter(ranking, bidIds))
    return refuseField(
      'BetterBidIsPassedOver',
      'bids',
      'A bid that ranks higher is not chosen. Awards follow the ranking',
    );
  if (needsTieReason(ranking, bidIds) && tieReason === '')
    return refuseField('TieHasNoReason', 'tieReason', 'Bids stand exactly level. Say why this one is chosen');
  const amount = bidIds.reduce((all, id) => all + (amounts.get(id) ?? 0), 0);
  return budgetMaximum !== null && amount > budgetMaximum
    ? refuseField('BudgetIsExceeded', 'bids', 'That is more than the budget of this question')
    : null;
}
