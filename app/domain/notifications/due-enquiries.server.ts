import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../fact';

/** Enquiries that no team answered by the promised day: coordinators are told of each once. */
export async function overdueEnquiries(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; messageId: string; teamId: string }[]>`
    SELECT e.id, m.id AS "messageId", e.team_id AS "teamId"
    FROM enquiry_message m JOIN enquiry e ON e.id = m.enquiry_id AND e.closed_at IS NULL
    WHERE m.due_on IS NOT NULL AND m.answered_at IS NULL
      AND m.due_on < (soundings.now() AT TIME ZONE 'Europe/London')::date
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'enquiry' AND f.noun_id = e.id
                      AND f.name = 'EnquiryWasNotAnsweredInTime' AND f.data->>'messageId' = m.id::text)
    LIMIT 100`;
  return rows.map(({ id, messageId, teamId }) => ({
    name: 'EnquiryWasNotAnsweredInTime',
    noun: 'enquiry',
    nounId: id,
    data: { messageId, teamId },
  }));
}
