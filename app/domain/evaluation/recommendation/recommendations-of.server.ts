import type { Db } from '~/platform/db.server';
import type { LotUnawarded } from './lots-chosen';

export interface RecommendationMade {
  id: string;
  outcome: 'awarded' | 'noneSuitable' | 'cancelled';
  text: string;
  tieReason: string;
  /** Lots left without an award, each with its reason. */
  unawarded: LotUnawarded[];
  bids: string[];
  madeById: string;
  madeBy: string;
  madeAt: Date;
  approvedAt: Date | null;
  approvedBy: string | null;
  returnedAt: Date | null;
  returnedReason: string | null;
}

const KEPT_BACK = 'It speaks of all bids, so it is not shown to you.';

/** Without the bids that a wall hides from the reader, and without the words, which speak of all of them. */
export const withoutBids = (
  made: RecommendationMade[],
  isShown: (reference: string) => boolean,
  isWalled: boolean,
) =>
  made.map((one) => ({
    ...one,
    bids: one.bids.filter(isShown),
    ...(isWalled
      ? { text: KEPT_BACK, tieReason: '', unawarded: [], returnedReason: one.returnedReason && KEPT_BACK }
      : {}),
  }));

/** Every recommendation of a question, the newest first, with the references of the bids it names. */
export const recommendationsOf = (db: Db, questionId: string): Promise<RecommendationMade[]> => db.$queryRaw`
  SELECT r.id, r.outcome::text AS outcome, r.text, r.tie_reason AS "tieReason", r.unawarded,
    ARRAY(SELECT b.reference FROM bid b WHERE b.id = ANY(r.bid_ids) ORDER BY b.reference) AS bids,
    r.made_by_id AS "madeById", maker.name AS "madeBy", r.made_at AS "madeAt", r.approved_at AS "approvedAt",
    approver.name AS "approvedBy", r.returned_at AS "returnedAt", r.returned_reason AS "returnedReason"
  FROM recommendation r JOIN person maker ON maker.id = r.made_by_id
  LEFT JOIN person approver ON approver.id = r.approved_by_id
  WHERE r.question_id = ${questionId}::uuid
  ORDER BY r.made_at DESC`;
