import type { Db } from '~/platform/db.server';
import { lockedQuestionById, type LoadedQuestion } from '../question-stage.server';

interface WaitingClarification {
  id: string;
  reference: string;
  answeredAt: Date | null;
  declinedAt: Date | null;
  question: LoadedQuestion;
}

/** A clarification with its question, both locked. Who asked is not read: nobody who answers may learn it. */
export async function lockedClarification(tx: Db, reference: string): Promise<WaitingClarification | null> {
  const found = await tx.clarification.findUnique({ where: { reference }, select: { questionId: true } });
  const question = found && (await lockedQuestionById(tx, found.questionId));
  const row = await tx.clarification.findUnique({
    where: { reference },
    select: { id: true, reference: true, answeredAt: true, declinedAt: true },
  });
  return row && question && { ...row, question };
}
