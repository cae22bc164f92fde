import type { Db } from '~/platform/db.server';
import { awardRecord, lockedAward, type AwardRecord } from '../load-award.server';

interface OfAward {
  awardReference: string;
}

type Found<Row> = Omit<Row, 'awardReference'> & { award: AwardRecord };

async function found<Row extends OfAward>(
  loadAward: typeof awardRecord,
  db: Db,
  find: () => Promise<Row | null>,
): Promise<Found<Row> | null> {
  const known = await find();
  const award = known && (await loadAward(db, known.awardReference));
  const row = award && (await find());
  if (!row) return null;
  const { awardReference: _, ...rest } = row;
  return { ...rest, award };
}

/** A thing of delivery with its award: read again once the award’s question is held, so that it is not stale. */
export const withLockedAward = <Row extends OfAward>(tx: Db, find: () => Promise<Row | null>) =>
  found(lockedAward, tx, find);

export async function withAward<Row extends OfAward>(db: Db, find: () => Promise<Row | null>) {
  const row = await find();
  const award = row && (await awardRecord(db, row.awardReference));
  if (!award) return null;
  const { awardReference: _, ...rest } = row;
  return { ...rest, award };
}
