import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { NOT_ASKED, type Asked } from './asking-limit';

/** How often each of some people was asked by name, by whatever team; in one statement. */
export async function timesAsked(db: Db, personIds: string[], now: Date): Promise<Map<string, Asked>> {
  const rows = await db.$queryRaw<(Asked & { personId: string })[]>`
    SELECT i.person_id AS "personId",
      count(*) FILTER (WHERE i.invited_at > ${now}::timestamptz - interval '12 months')::int AS "inYear",
      count(*) FILTER (WHERE ${waiting(now)})::int AS waiting
    FROM question_invitation i JOIN question q ON q.id = i.question_id
    WHERE i.person_id = ANY(${personIds}::uuid[]) GROUP BY i.person_id`;
  return new Map(rows.map(({ personId, ...asked }) => [personId, asked]));
}

/** The same of one person, whose row stays locked: two teams that ask at once are counted one after the other. */
export async function lockedTimesAsked(tx: Db, personId: string, now: Date): Promise<Asked> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return (await timesAsked(tx, [personId], now)).get(personId) ?? NOT_ASKED;
}

const waiting = (now: Date) => Prisma.sql`i.interested_at IS NULL AND i.declined_at IS NULL
  AND q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
  AND (q.closes_at IS NULL OR q.closes_at > ${now})`;
