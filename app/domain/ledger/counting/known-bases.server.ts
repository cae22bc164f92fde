import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { summedSql } from './summed-money.server';

/** Every base that money is stated on. */
export async function knownBases(db: Db, actor: Actor): Promise<string[]> {
  const rows = await db.$queryRaw<{ base: string }[]>`WITH ${summedSql(actor, {}, ['strand'])}
    SELECT base FROM sums GROUP BY base HAVING sum(lines) > 0 ORDER BY base`;
  return rows.map(({ base }) => base);
}
