import type { Db } from '~/platform/db.server';
import { addDays, isoDay } from '../uk-time';

/**
 * Until when a record counts as known on a day: the end of that UK day. Of days before this installation was set up,
 * what it was set up with stands for what held.
 */
export async function knownUntil(db: Db, day: Date): Promise<Date> {
  const [row] = await db.$queryRaw<{ until: Date }[]>`
    SELECT greatest((${isoDay(addDays(day, 1))}::date)::timestamp AT TIME ZONE 'Europe/London',
      (SELECT min(recorded_at) + interval '1 day' FROM term_version)) AS until`;
  if (!row) throw new Error('an aggregate gives a row');
  return row.until;
}
