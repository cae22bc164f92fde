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

export async function openersOf(db: Db, questionId: string) {
  const [deputies, confirmations] = await Promise.all([
    db.openerDeputy.findMany({ where: { questionId }, select: { capacity: true, personId: true } }),
    db.openingConfirmation.findMany({
      where: { questionId },
      orderBy: { confirmedAt: 'asc' },
      select: { capacity: true, personId: true, confirmedAt: true },
    }),
  ]);
  return { deputies, confirmations };
}
