import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { withAward, withLockedAward } from '../steps/with-award.server';

const options = z.array(z.object({ score: z.number(), label: z.string() }));

export interface MonitoringItem {
  code: string;
  text: string;
  hint: string;
  options: z.output<typeof options>;
}

/** What every report asks, in order. */
export async function monitoringItems(db: Db): Promise<MonitoringItem[]> {
  const rows = await db.monitoringQuestion.findMany({ orderBy: { position: 'asc' } });
  return rows.map((row) => ({ ...row, options: options.parse(row.options) }));
}

const find = (db: Db, reference: string) => async () => {
  const row = await db.monitoringReport.findUnique({
    where: { reference },
    include: { answers: true, award: { select: { reference: true } } },
  });
  if (!row) return null;
  const { award, ...report } = row;
  return { ...report, awardReference: award.reference };
};

export const lockedReport = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const reportRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
