import type { Db } from '~/platform/db.server';
import { standingOf, type ExpressionStanding } from './expression';

/** A person's own expression, and whether everybody was told. */
export async function ownExpression(db: Db, questionId: string, personId: string) {
  const row = await db.expression.findUnique({ where: { questionId_personId: { questionId, personId } } });
  const told = (await db.expressionRound.count({ where: { questionId } })) > 0;
  return { row, told };
}

/** Whether somebody may bid in full where a question asks for expressions first. */
export async function expressionStanding(
  db: Db,
  question: { id: string; expressionsCloseAt: Date | null },
  personId: string,
): Promise<ExpressionStanding> {
  if (!question.expressionsCloseAt) return 'notAsked';
  const { row, told } = await ownExpression(db, question.id, personId);
  return standingOf(true, row, told);
}
