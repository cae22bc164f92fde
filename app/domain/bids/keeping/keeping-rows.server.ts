import type { Db } from '~/platform/db.server';
import type { KeptPart } from './keeping';

export interface Keeping {
  references: boolean;
  datasets: boolean;
  contact: boolean;
  datasetLines: string;
  givenAt: Date;
  withdrawnAt: Date | null;
  keptAt: Date | null;
  removalAskedAt: Date | null;
  datasetIds: string[];
}

export const keepingOf = (db: Db, bidId: string): Promise<Keeping | null> =>
  db.bidKeeping.findUnique({ where: { bidId } });

interface Said {
  bidId: string;
  by: string;
  keep: KeptPart[];
  datasetLines: string;
}

/** What was ticked with a submission takes the place of what was ticked before; no tick at all is no consent. */
export async function sayWhatMayBeKept(
  tx: Db,
  { bidId, by, keep, datasetLines }: Said,
  now: Date,
): Promise<void> {
  if (keep.length === 0) {
    await tx.bidKeeping.deleteMany({ where: { bidId } });
    return;
  }
  const said = {
    references: keep.includes('references'),
    datasets: keep.includes('datasets'),
    contact: keep.includes('contact'),
    datasetLines: keep.includes('datasets') ? datasetLines : '',
    givenById: by,
    givenAt: now,
    withdrawnAt: null,
  };
  await tx.bidKeeping.upsert({ where: { bidId }, create: { bidId, ...said }, update: said });
}
