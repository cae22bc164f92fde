import type { Db } from '~/platform/db.server';
import type { InterviewResult } from '../assessment/assessment';

/** The shortlisted bids of a question with what became of their interviews. */
export async function interviewResults(db: Db, questionId: string): Promise<Map<string, InterviewResult>> {
  const rows = await db.interview.findMany({
    where: { questionId },
    select: { bidId: true, points: true, withdrawnAt: true },
  });
  return new Map(
    rows.map(({ bidId, points, withdrawnAt }) => [bidId, { points, withdrawn: withdrawnAt !== null }]),
  );
}
