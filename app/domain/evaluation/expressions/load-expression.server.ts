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

export interface ExpressionsLeft {
  waiting: number;
  told: boolean;
}

/** How many expressions wait to be judged, and whether everybody was told. Ask only after their policy said yes. */
export async function expressionsLeft(db: Db, questionId: string): Promise<ExpressionsLeft | null> {
  const [row] = await db.$queryRaw<ExpressionsLeft[]>`
    SELECT (SELECT count(*)::int FROM expression e WHERE e.question_id = q.id AND e.withdrawn_at IS NULL
        AND e.invited IS NULL) AS waiting,
      EXISTS (SELECT FROM expression_round r WHERE r.question_id = q.id) AS told
    FROM question q WHERE q.id = ${questionId}::uuid`;
  return row ?? null;
}
