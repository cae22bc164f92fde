import type { Db } from '~/platform/db.server';
import { NO_LEVELS, type Approvals } from '../../approvals/approval';
import { digestOf, loadApprovals } from '../../approvals/load-approvals.server';
import type { RankingOfQuestion } from '../assessment/ranking-of.server';
import type { Competition } from '../competition';

interface Recommended {
  id: string;
  outcome: string;
  madeAt: Date;
  value: number | null;
}

/** What a recommendation to award needs and has at its value; one that awards nothing needs no further level. */
export const approvalsOfDecision = async (
  db: Db,
  { question }: Competition,
  { id, outcome, madeAt, value }: Recommended,
): Promise<Approvals> =>
  outcome === 'awarded'
    ? loadApprovals(db, {
        questionId: question.id,
        recommendationId: id,
        teamId: question.teamId,
        since: madeAt,
        value,
      })
    : NO_LEVELS;

/** What is approved is a recommendation of the ranking as it stands. */
export const decisionDigest = (recommendationId: string, ranking: RankingOfQuestion | null): string =>
  digestOf({ recommendationId, rows: ranking?.rows ?? [] });
