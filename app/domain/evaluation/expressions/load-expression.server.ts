import type { Db } from '~/platform/db.server';
import type { Competition } from '../competition';

/** An expression that stands, with its competition; null for any other. */
export async function expressionInCompetition(
  db: Db,
  reference: string,
  load: (db: Db, questionId: string) => Promise<Competition | null>,
) {
  const expression = await db.expression.findFirst({ where: { reference, withdrawnAt: null } });
  const competition = expression && (await load(db, expression.questionId));
  if (!expression || !competition) return null;
  const told = (await db.expressionRound.count({ where: { questionId: expression.questionId } })) > 0;
  return { expression, competition, told };
}
