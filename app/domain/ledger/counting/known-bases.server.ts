import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { summedSql } from './summed-money.server';

/** Every base that money is stated on, or was just before an instant. */
export async function knownBases(db: Db, actor: Actor, until?: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ base: string }[]>`WITH ${summedSql(actor, { until }, ['strand'])}
    SELECT base FROM sums GROUP BY base HAVING sum(lines) > 0 ORDER BY base`;
  return rows.map(({ base }) => base);
}
