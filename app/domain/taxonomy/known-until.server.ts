import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { addDays, isoDay } from '../uk-time';

/**
 * Until when a record counts as known on a day: the end of that UK day. Of days before this installation was set up,
 * what it was set up with stands for what held: all by the end of its second day.
 */
export const knownUntilSql = (day: Date): Prisma.Sql => Prisma.sql`greatest(${isoDay(addDays(day, 1))}::date,
  (SELECT soundings.uk_day(min(recorded_at)) + 2 FROM term_version))::timestamp AT TIME ZONE 'Europe/London'`;

export async function knownUntil(db: Db, day: Date): Promise<Date> {
  const [row] = await db.$queryRaw<{ until: Date }[]>`SELECT ${knownUntilSql(day)} AS until`;
  if (!row) throw new Error('an aggregate gives a row');
  return row.until;
}
