import { countedScores, type Assessment, type BidAssessment } from '../assessment/assessment';
import type { Competition } from '../competition';

/** The reasons of a panel on one criterion, as the bidder reads them. */
export interface ReasonsOnCriterion {
  name: string;
  reasons: string[];
}

/**
 * What the panel said of a bid, without scores and names. Reasons stand in the order of the alphabet, criterion by
 * criterion, so that their order tells nothing of who wrote them.
 */
export const reasonsFor = (
  competition: Competition,
  { criteria }: Assessment,
  bid: BidAssessment,
): ReasonsOnCriterion[] => {
  const counted = countedScores(competition, bid);
  return criteria.map(({ id, name }) => ({
    name,
    reasons: counted
      .filter(({ criterionId, reason }) => criterionId === id && reason !== '')
      .map(({ reason }) => reason)
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  }));
};

export interface ReplyWindow {
  openedAt: Date;
  closesAt: Date;
}

/** Equal time is late. */
export const isOpenForReplies = (round: ReplyWindow | null, now: Date): boolean =>
  round !== null && now < round.closesAt;

/** Where the right of reply stands, for a question that has one. */
export type ReplyStage = 'none' | 'toOpen' | 'open' | 'over';

export function replyStage(offered: boolean, round: ReplyWindow | null, now: Date): ReplyStage {
  if (!offered) return 'none';
  if (!round) return 'toOpen';
  return isOpenForReplies(round, now) ? 'open' : 'over';
}
