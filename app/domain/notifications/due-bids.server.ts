import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../fact';

/** So long before the deadline that a bid can still be finished. */
const HOURS_BEFORE = 48;

/** Bids that nobody has submitted shortly before they close, each told once a deadline; their own people alone hear. */
export async function unsubmittedBids(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; closesAt: Date }[]>`
    SELECT b.id, q.closes_at AS "closesAt" FROM bid b JOIN question q ON q.id = b.question_id
    WHERE q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.decided_at IS NULL AND b.withdrawn_at IS NULL
      AND q.closes_at > soundings.now() AND q.closes_at <= soundings.now() + ${HOURS_BEFORE}::int * interval '1 hour'
      AND NOT EXISTS (SELECT FROM bid_submission s
        WHERE s.bid_id = b.id AND s.withdrawn_at IS NULL AND s.replaced_at IS NULL)
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'bid' AND f.noun_id = b.id
        AND f.name = 'BidIsNotSubmitted' AND (f.data->>'closesAt')::timestamptz = q.closes_at)
    LIMIT 100`;
  return rows.map(({ id, closesAt }) => ({
    name: 'BidIsNotSubmitted',
    noun: 'bid',
    nounId: id,
    data: { closesAt: closesAt.toISOString() },
  }));
}
