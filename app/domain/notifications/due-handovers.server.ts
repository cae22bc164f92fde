import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { FactDraft } from '../fact';

/** What a successor left unanswered: past its day they are reminded, and later coordinators are told; each once a day of answer. */
export const unansweredHandovers = async (tx: Db): Promise<FactDraft[]> => [
  ...(await overdue(tx, 'HandoverIsReminded', Prisma.sql`h.answer_by <`)),
  ...(await overdue(tx, 'HandoverIsEscalated', Prisma.sql`h.escalate_on <=`)),
];

async function overdue(tx: Db, name: string, day: Prisma.Sql): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<
    { reorganisationId: string; toId: string; answerBy: string; count: number }[]
  >`
    SELECT h.reorganisation_id AS "reorganisationId", h.to_id AS "toId", h.answer_by::text AS "answerBy",
      count(*)::int AS count
    FROM handover h JOIN reorganisation r ON r.id = h.reorganisation_id AND r.withdrawn_at IS NULL
    WHERE h.answer IS NULL AND ${day} (soundings.now() AT TIME ZONE 'Europe/London')::date
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'organisation' AND f.noun_id = h.to_id AND f.name = ${name}
        AND f.data->>'reorganisationId' = h.reorganisation_id::text AND f.data->>'answerBy' = h.answer_by::text)
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT 100`;
  return rows.map(({ toId, ...data }) => ({ name, noun: 'organisation', nounId: toId, data }));
}
