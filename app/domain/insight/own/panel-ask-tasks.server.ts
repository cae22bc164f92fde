import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../../actor';

/** What a panel asks of a bidder: to explain a price, to reply to its reasons, to choose a time for an interview. */
export function panelAskTasks(actor: Person, live: Prisma.Sql, now: Date): Prisma.Sql[] {
  const own = Prisma.sql`JOIN question q ON q.id = b.question_id AND q.decided_at IS NULL
    JOIN bid_member m ON m.bid_id = b.id AND m.person_id = ${actor.id}::uuid AND m.role IN ('lead', 'editor')
      AND m.accepted_at IS NOT NULL AND m.declined_at IS NULL
    WHERE ${live} AND b.withdrawn_at IS NULL AND b.excluded_at IS NULL`;
  return [
    Prisma.sql`SELECT 'explainPrice', b.reference, q.title, p.answer_by FROM price_query p JOIN bid b ON b.id = p.bid_id
      ${own} AND p.explained_at IS NULL AND p.decided_at IS NULL AND p.answer_by > ${now}`,
    Prisma.sql`SELECT 'replyToPanel', b.reference, q.title, r.closes_at
      FROM reply_round r JOIN bid b ON b.question_id = r.question_id AND EXISTS (SELECT FROM bid_submission s
        WHERE s.bid_id = b.id AND s.withdrawn_at IS NULL AND s.replaced_at IS NULL)
      ${own} AND r.closes_at > ${now} AND NOT EXISTS (
        SELECT FROM bid_reply y WHERE y.bid_id = b.id AND y.submitted_at IS NOT NULL)`,
    Prisma.sql`SELECT 'chooseInterview', b.reference, q.title, r.choose_by
      FROM interview i JOIN interview_round r ON r.question_id = i.question_id JOIN bid b ON b.id = i.bid_id
      ${own} AND i.slot_id IS NULL AND i.withdrawn_at IS NULL AND i.recorded_at IS NULL AND r.choose_by > ${now}`,
  ];
}
