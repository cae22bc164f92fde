import type { Db } from '~/platform/db.server';

export interface StepTaken {
  step: string;
  words: string;
  amount: number | null;
  at: Date;
  byName: string;
}

/** What was done with one thing of delivery, oldest first. Ask only after its policy said yes. */
export const historyOf = (db: Db, subjectId: string): Promise<StepTaken[]> =>
  db.$queryRaw<StepTaken[]>`
    SELECT s.step, s.words, s.amount, s.at, p.name AS "byName"
    FROM delivery_step s JOIN person p ON p.id = s.by_id
    WHERE s.subject_id = ${subjectId}::uuid ORDER BY s.at, s.id LIMIT 200`;
