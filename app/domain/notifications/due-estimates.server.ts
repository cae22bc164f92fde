import type { Db } from '~/platform/db.server';
import { factOf } from '../elicitation/elicitation-fact';
import type { FactDraft } from '../fact';

const FACTS = { 1: 'FirstRoundHasClosed', 2: 'SecondRoundHasClosed' } as const;

interface ClosedRound {
  id: string;
  questionId: string | null;
  findingId: string | null;
  round: 1 | 2;
}

/** A round of estimates is closed by the clock alone; the fact lets those who wait be told, once. */
export async function closedRounds(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<ClosedRound[]>`
    SELECT e.id, e.question_id AS "questionId", e.finding_id AS "findingId", r.round
    FROM elicitation e CROSS JOIN LATERAL (VALUES
      (1, ${FACTS[1]}, e.first_closes_at), (2, ${FACTS[2]}, e.second_closes_at)) r (round, name, at)
    WHERE e.withdrawn_at IS NULL AND r.at <= soundings.now() AND soundings.first_estimates(e.id) >= 3
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun_id = coalesce(e.question_id, e.finding_id)
                      AND f.name = r.name AND f.data->>'elicitationId' = e.id::text)
    ORDER BY r.at LIMIT 100`;
  return rows.map(({ round, ...row }) => factOf(FACTS[round], row));
}
