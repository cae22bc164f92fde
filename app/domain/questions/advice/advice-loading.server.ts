import type { Db } from '~/platform/db.server';
import type { AdviceAnswer } from '~/platform/generated/prisma/client';
import { lockedQuestionById, questionForShareById, type LoadedQuestion } from '../question-stage.server';

export interface LoadedAnswer {
  answer: AdviceAnswer;
  question: LoadedQuestion;
}

async function withQuestion(
  tx: Db,
  reference: string,
  questionBy: (tx: Db, id: string) => Promise<LoadedQuestion | null>,
): Promise<LoadedAnswer | null> {
  const found = await tx.adviceAnswer.findUnique({ where: { reference }, select: { questionId: true } });
  const question = found && (await questionBy(tx, found.questionId));
  await tx.$queryRaw`SELECT id FROM advice_answer WHERE reference = ${reference} FOR UPDATE`;
  const answer = await tx.adviceAnswer.findUnique({ where: { reference } });
  return answer && question && { answer, question };
}

/** An answer with its question, which cannot close or be settled meanwhile. */
export const lockedAnswer = (tx: Db, reference: string) => withQuestion(tx, reference, questionForShareById);

/** The same where the question itself is changed. */
export const lockedAnswerAndQuestion = (tx: Db, reference: string) =>
  withQuestion(tx, reference, lockedQuestionById);
