import type { Db } from '~/platform/db.server';
import { NO_LEVELS, standingFor, type Approvals } from '../../approvals/approval';
import { digestOf, loadApprovals } from '../../approvals/load-approvals.server';
import type { WholeQuestion } from '../drafting/draft-loading.server';
import { publishedContent } from '../drafting/published-content';

/** The windows follow from the day of publication, so nobody approves them. */
const NO_WINDOWS = { biddingWorkingDays: null, clarificationsCloseAt: null, answersDueAt: null };

interface ToPublish {
  row: WholeQuestion;
  approvals: Approvals;
  digest: string;
}

/** What the approvals of a publication are given to. */
export const publicationDigest = (row: WholeQuestion): string => digestOf(publishedContent(row, NO_WINDOWS));

/** A question with the approvals that its publication needs and has; none asked of a draft not handed in. */
export async function withApprovals(db: Db, row: WholeQuestion): Promise<ToPublish> {
  const digest = publicationDigest(row);
  if (row.submittedAt === null || row.publishedAt !== null) return { row, digest, approvals: NO_LEVELS };
  const approvals = await loadApprovals(db, {
    questionId: row.id,
    recommendationId: null,
    teamId: row.teamId,
    since: row.submittedAt,
    value: row.budgetMaximum ?? (row.route.takesBids ? null : 0),
  });
  return { row, digest, approvals: standingFor(approvals, digest) };
}
