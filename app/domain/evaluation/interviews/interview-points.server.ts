import type { Db } from '~/platform/db.server';

/** The points that interviews of a question gave, with the panel’s reasons, by bid. */
export async function interviewPoints(
  db: Db,
  questionId: string,
): Promise<Map<string, { points: number; reason: string }>> {
  const rows = await db.interview.findMany({
    where: { questionId, withdrawnAt: null, points: { not: null } },
    select: { bidId: true, points: true, reason: true },
  });
  return new Map(
    rows.flatMap(({ bidId, points, reason }) =>
      points === null ? [] : [[bidId, { points, reason: reason ?? '' }]],
    ),
  );
}
