import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { nextInRank } from '../../evaluation/reserve/reserve-list';

const rows = z.array(
  z.looseObject({ reference: z.string(), rank: z.number().nullable(), lot: z.number().optional() }),
);

interface NextBid {
  id: string;
  /** The number of its lot, where the question is divided. */
  lot: number | null;
  reference: string;
  bidder: string;
}

/** The bids that the decided ranking has next, without those that were ever awarded, are excluded or may win no further lot. */
export async function rankedNext(db: Db, questionId: string): Promise<NextBid[]> {
  const decided = await db.recommendation.findFirst({
    where: { questionId, approvedAt: { not: null } },
    orderBy: { approvedAt: 'desc' },
    select: { ranking: true },
  });
  if (!decided) return [];
  const bids = await db.$queryRaw<(NextBid & { awarded: boolean | null })[]>`
    SELECT b.id, b.reference, l.number AS lot, concat_ws(', ', o.name, lead.name) AS bidder,
      EXISTS (SELECT FROM award a WHERE a.bid_id = b.id) OR q.lots_most_awards <= (
        SELECT count(DISTINCT x.lot_id) FROM award a JOIN bid x ON x.id = a.bid_id
        WHERE a.question_id = q.id AND a.withdrawn_at IS NULL AND x.lot_id <> b.lot_id
          AND coalesce(x.organisation_id, x.lead_id) = coalesce(b.organisation_id, b.lead_id)) AS awarded
    FROM bid b JOIN question q ON q.id = b.question_id LEFT JOIN lot l ON l.id = b.lot_id JOIN person lead ON lead.id = b.lead_id LEFT JOIN organisation o ON o.id = b.organisation_id
    WHERE b.question_id = ${questionId}::uuid AND b.excluded_at IS NULL AND b.withdrawn_at IS NULL`;
  const awarded = new Set(bids.filter((bid) => bid.awarded).map(({ reference }) => reference));
  return nextInRank(rows.parse(decided.ranking), awarded).flatMap((reference) => {
    const bid = bids.find((one) => one.reference === reference);
    return bid ? [{ id: bid.id, lot: bid.lot, reference, bidder: bid.bidder }] : [];
  });
}
