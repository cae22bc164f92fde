import type { Db } from '~/platform/db.server';
import { openedKey } from './seal-keys.server';
import { unsealQuality } from './sealed-content.server';

export interface OpenedSummary {
  id: string;
  reference: string;
  /** Who bids: the organisation and the lead. */
  bidder: string;
  summary: string;
}

/** The contending bids of an opened question with their summaries alone, by reference; the caller says who sees what. */
export async function openedSummaries(db: Db, questionId: string): Promise<OpenedSummary[]> {
  const key = await openedKey(db, questionId, 'quality');
  if (!key) return [];
  const rows = await db.$queryRaw<
    { id: string; reference: string; bidder: string; number: number; sealed: Uint8Array }[]
  >`
    SELECT b.id, b.reference, concat_ws(', ', o.name, lead.name) AS bidder, s.number, s.sealed_quality AS sealed
    FROM bid b JOIN person lead ON lead.id = b.lead_id LEFT JOIN organisation o ON o.id = b.organisation_id
    JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
    WHERE b.question_id = ${questionId}::uuid AND b.excluded_at IS NULL ORDER BY b.reference`;
  return rows.map(({ id, reference, bidder, number, sealed }) => ({
    id,
    reference,
    bidder,
    summary: unsealQuality(key, sealed, { questionId, bidId: id, number }).summary,
  }));
}
