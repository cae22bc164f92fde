import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { nextInRank } from '../../evaluation/reserve/reserve-list';

const rows = z.array(z.looseObject({ reference: z.string(), rank: z.number().nullable() }));

interface NextBid {
  id: string;
  reference: string;
  bidder: string;
}

/** The bids that the decided ranking has next, without those that were ever awarded or are excluded. */
export async function rankedNext(db: Db, questionId: string): Promise<NextBid[]> {
  const decided = await db.recommendation.findFirst({
    where: { questionId, approvedAt: { not: null } },
    orderBy: { approvedAt: 'desc' },
    select: { ranking: true },
  });
  if (!decided) return [];
  const bids = await db.$queryRaw<(NextBid & { awarded: boolean })[]>`
    SELECT b.id, b.reference, concat_ws(', ', o.name, lead.name) AS bidder,
      EXISTS (SELECT FROM award a WHERE a.bid_id = b.id) AS awarded
    FROM bid b JOIN person lead ON lead.id = b.lead_id LEFT JOIN organisation o ON o.id = b.organisation_id
    WHERE b.question_id = ${questionId}::uuid AND b.excluded_at IS NULL AND b.withdrawn_at IS NULL`;
  const awarded = new Set(bids.filter((bid) => bid.awarded).map(({ reference }) => reference));
  return nextInRank(rows.parse(decided.ranking), awarded).flatMap((reference) => {
    const bid = bids.find((one) => one.reference === reference);
    return bid ? [{ id: bid.id, reference, bidder: bid.bidder }] : [];
  });
}
