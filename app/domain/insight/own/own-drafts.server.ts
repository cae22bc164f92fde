import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../../actor';

/** What an actor began and did not send, as rows of kind, reference, title and last change. */
export function draftsOf(actor: Person, now: Date): Prisma.Sql {
  const me = Prisma.sql`${actor.id}::uuid`;
  return Prisma.sql`
    SELECT CASE WHEN q.submitted_at IS NULL THEN 'question' ELSE 'returnedQuestion' END AS kind,
      q.reference, q.title, q.updated_at AS "changedAt"
    FROM question q
    WHERE q.author_id = ${me} AND q.published_at IS NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL
      AND q.set_aside_at IS NULL AND (q.submitted_at IS NULL OR q.returned_at >= q.submitted_at)
    UNION ALL
    SELECT 'bid', b.reference, q.title, b.updated_at
    FROM bid b JOIN question q ON q.id = b.question_id
    WHERE b.withdrawn_at IS NULL AND q.closes_at > ${now} AND q.withdrawn_at IS NULL
      AND (b.lead_id = ${me} OR EXISTS (SELECT FROM bid_member m
           WHERE m.bid_id = b.id AND m.person_id = ${me} AND m.accepted_at IS NOT NULL))
      AND NOT EXISTS (SELECT FROM bid_submission s
                      WHERE s.bid_id = b.id AND s.withdrawn_at IS NULL AND s.replaced_at IS NULL)
    UNION ALL
    SELECT 'finding', f.reference, v.title, v.created_at
    FROM finding f JOIN finding_version v ON v.finding_id = f.id
    WHERE f.submitted_by_id = ${me} AND v.published_at IS NULL AND v.declined_at IS NULL AND f.merged_into_id IS NULL
      AND f.retracted_at IS NULL AND (v.submitted_at IS NULL OR v.returned_at >= v.submitted_at)`;
}
