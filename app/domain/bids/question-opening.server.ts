import type { Db } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import { lockedQuestion } from '../questions/question-stage.server';

/** A question held for opening, with who may open it, who confirmed, and what time it is under the lock. */
export async function questionToOpen(tx: Db, reference: string) {
  const question = await lockedQuestion(tx, reference);
  if (!question) return null;
  const { deputies, confirmations } = await openersOf(tx, question.id);
  return { question: { ...question, deputies }, confirmations, now: await soundingsNow(tx) };
}

interface Opener {
  capacity: string;
  personId: string;
  name: string;
}

/** Named deputies and confirmations, in one statement. */
export async function openersOf(db: Db, questionId: string) {
  const rows = await db.$queryRaw<(Opener & { confirmedAt: Date | null })[]>`
    SELECT d.capacity, d.person_id AS "personId", p.name, NULL::timestamptz AS "confirmedAt"
    FROM opener_deputy d JOIN person p ON p.id = d.person_id WHERE d.question_id = ${questionId}::uuid
    UNION ALL
    SELECT c.capacity, c.person_id, p.name, c.confirmed_at
    FROM opening_confirmation c JOIN person p ON p.id = c.person_id WHERE c.question_id = ${questionId}::uuid`;
  const deputies: Opener[] = rows.filter((row) => row.confirmedAt === null);
  const confirmations = rows.flatMap(({ confirmedAt, ...row }) =>
    confirmedAt ? [{ ...row, confirmedAt }] : [],
  );
  return { deputies, confirmations };
}
