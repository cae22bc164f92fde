import type { Db } from '~/platform/db.server';
import { hiddenInBidsOf } from '../anonymous/identities.server';
import { hideInQuality } from '../anonymous/identity';
import { openedKey } from './seal-keys.server';
import { unsealQuality } from './sealed-content.server';

export interface OpenedSummary {
  id: string;
  reference: string;
  /** Who bids: the organisation and the lead, or what the panel calls them while they are hidden. */
  bidder: string;
  summary: string;
}

/** The contending bids of an opened question with their summaries alone, by reference; the caller says who sees what. */
export async function openedSummaries(db: Db, questionId: string): Promise<OpenedSummary[]> {
  const key = await openedKey(db, questionId, 'quality');
  if (!key) return [];
  const rows = await db.$queryRaw<
    { id: string; reference: string; bidder: string; number: number; sealed: Uint8Array; hides: boolean }[]
  >`
    SELECT b.id, b.reference, soundings.bidder_shown(b.id) AS bidder, s.number, s.sealed_quality AS sealed,
      soundings.hides_bidders(b.question_id) AS hides
    FROM bid b
    JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
    WHERE b.question_id = ${questionId}::uuid AND b.excluded_at IS NULL ORDER BY b.reference`;
  const hidden = rows.some(({ hides }) => hides) ? await hiddenInBidsOf(db, questionId) : null;
  return rows.map(({ id, reference, bidder, number, sealed }) => {
    const quality = unsealQuality(key, sealed, { questionId, bidId: id, number });
    const identity = hidden?.get(id);
    const { summary } = identity ? hideInQuality(quality, identity) : quality;
    return { id, reference, bidder, summary };
  });
}
