import type { Db } from '~/platform/db.server';
import { openedTotals } from '../../bids/sealing/opened-content.server';
import { assessedBids, contending, rankingRules, type Assessment } from './assessment';
import type { Competition } from '../competition';
import { inDecimals } from '../scoring/fraction';
import { rankBids, type RankedBid, type Ranking } from '../scoring/ranking';

export interface RankedRow {
  reference: string;
  bidder: string;
  /** Pence without VAT; null where price is not scored. */
  amount: number | null;
  quality: string;
  price: string | null;
  total: string | null;
  rank: number | null;
  tie: RankedBid['tie'];
}

export interface RankingOfQuestion {
  ranking: Ranking;
  rows: RankedRow[];
  amounts: ReadonlyMap<string, number>;
}

/** The ranking of a question whose quality is agreed; null while it is not, or while prices are sealed. */
export async function rankingOf(
  db: Db,
  competition: Competition,
  assessment: Assessment,
): Promise<RankingOfQuestion | null> {
  const { question } = competition;
  if (!question.qualityAgreedAt) return null;
  const amounts = (await openedTotals(db, question.id)) ?? new Map<string, number>();
  const bids = assessedBids(competition, assessment, amounts);
  if (!bids || (question.route.priceScored && bids.some(({ price }) => price === null))) return null;
  const ranking = rankBids(bids, rankingRules(competition));
  return { ranking, rows: rowsOf(ranking, assessment, amounts), amounts };
}

const PLACES = 2;

function rowsOf(ranking: Ranking, assessment: Assessment, amounts: ReadonlyMap<string, number>): RankedRow[] {
  const known = new Map(contending(assessment).map((bid) => [bid.id, bid]));
  const named = (id: string) => {
    const { reference = '', bidder = '' } = known.get(id) ?? {};
    return { reference, bidder, amount: amounts.get(id) ?? null };
  };
  return [
    ...ranking.ranked.map(({ id, quality, price, total, rank, tie }) => ({
      ...named(id),
      quality: inDecimals(quality, PLACES),
      price: price && inDecimals(price, PLACES),
      total: inDecimals(total, PLACES),
      rank,
      tie,
    })),
    ...ranking.belowMinimum.map(({ id, quality }) => ({
      ...named(id),
      quality: inDecimals(quality, PLACES),
      price: null,
      total: null,
      rank: null,
      tie: 'none' as const,
    })),
  ];
}
