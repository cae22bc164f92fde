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

interface Row {
  id: string;
  reference: string;
  number: number;
  dueOn: Date;
  state: string;
  submittedAt: Date | null;
  answers: { questionCode: string; score: number | null; comment: string }[];
  awardReference: string;
}

const find = (db: Db, reference: string) => async (): Promise<Row | null> => {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT r.id, r.reference, r.number, r.due_on AS "dueOn", r.state, r.submitted_at AS "submittedAt",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('questionCode', x.question_code, 'score', x.score,
          'comment', x.comment)) FROM monitoring_answer x WHERE x.report_id = r.id), '[]') AS answers,
      a.reference AS "awardReference"
    FROM monitoring_report r JOIN award a ON a.id = r.award_id WHERE r.reference = ${reference}`;
  return row ?? null;
};

export const lockedReport = (tx: Db, reference: string) => withLockedAward(tx, find(tx, reference));
export const reportRecord = (db: Db, reference: string) => withAward(db, find(db, reference));
