import type { Db } from '~/platform/db.server';
import { openedTotals } from '../../bids/sealing/opened-content.server';
import { assessedBids, contending, rankingRules, type Assessment } from './assessment';
import { interviewResults } from '../interviews/interview-results.server';
import { isQualityFinal, type Competition } from '../competition';
import { inDecimals, inFloat } from '../scoring/fraction';
import type { AssessedBid, Unranked } from '../scoring/award/formulas';
import { rankBids, type RankedBid, type Ranking } from '../scoring/ranking';

export interface RankedRow {
  reference: string;
  bidder: string;
  /** Pence without VAT; null where price is not scored. */
  amount: number | null;
  quality: string;
  price: string | null;
  total: string | null;
  /** Pence for each point of quality, where the order goes by it. */
  perPoint?: number;
  rank: number | null;
  tie: RankedBid['tie'];
  why?: Unranked;
}

export interface RankingOfQuestion {
  ranking: Ranking;
  /** What was ranked. */
  bids: AssessedBid[];
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
  if (!isQualityFinal(question)) return null;
  const amounts = (await openedTotals(db, question.id)) ?? new Map<string, number>();
  const interviews = question.interviewMode ? await interviewResults(db, question.id) : null;
  const bids = assessedBids(competition, assessment, amounts, interviews);
  if (!bids || (question.route.priceScored && bids.some(({ price }) => price === null))) return null;
  const ranking = rankBids(bids, rankingRules(competition));
  return { ranking, bids, rows: rowsOf(ranking, assessment, amounts), amounts };
}

const PLACES = 2;

function rowsOf(ranking: Ranking, assessment: Assessment, amounts: ReadonlyMap<string, number>): RankedRow[] {
  const known = new Map(contending(assessment).map((bid) => [bid.id, bid]));
  const named = (id: string) => {
    const { reference = '', bidder = '' } = known.get(id) ?? {};
    return { reference, bidder, amount: amounts.get(id) ?? null };
  };
  return [
    ...ranking.ranked.map(({ id, quality, price, perPoint, total, rank, tie }) => ({
      ...named(id),
      quality: inDecimals(quality, PLACES),
      price: price && inDecimals(price, PLACES),
      ...(perPoint ? { perPoint: Math.round(inFloat(perPoint)) } : {}),
      total: inDecimals(total, PLACES),
      rank,
      tie,
    })),
    ...ranking.unranked.map(({ id, quality, why }) => ({
      ...named(id),
      quality: inDecimals(quality, PLACES),
      price: null,
      total: null,
      rank: null,
      tie: 'none' as const,
      why,
    })),
  ];
}
