import type { Db } from '~/platform/db.server';
import { openedTotals } from '../../bids/sealing/opened-content.server';
import type { Lot } from '../../questions/lots/lot';
import { assessedBids, contending, inLot, rankingRules, type Assessment } from './assessment';
import { interviewResults } from '../interviews/interview-results.server';
import { isQualityFinal, rankedParts, type Competition } from '../competition';
import type { LotBidder } from '../lots/allotting';
import { inDecimals, inFloat } from '../scoring/fraction';
import type { AssessedBid, Unranked } from '../scoring/award/formulas';
import { rankBids, type RankedBid, type Ranking } from '../scoring/ranking';

export interface RankedRow {
  reference: string;
  bidder: string;
  /** The number of its lot, where the question is divided. */
  lot?: number;
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

/** The bids that compete with each other: those for one lot, or all where the question is not divided. */
export interface RankedPart {
  lot: Lot | null;
  ranking: Ranking;
  /** What was ranked. */
  bids: AssessedBid[];
  rows: RankedRow[];
}

export interface RankingOfQuestion {
  parts: RankedPart[];
  /** Of all parts, in their order. */
  rows: RankedRow[];
  amounts: ReadonlyMap<string, number>;
  /** By bid, where it is limited how many lots one bidder wins. */
  bidders: ReadonlyMap<string, LotBidder>;
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
  const parts: RankedPart[] = [];
  for (const lot of rankedParts(competition)) {
    const own = inLot(assessment, lot);
    const bids = assessedBids(competition, own, amounts, interviews);
    if (!bids || (question.route.priceScored && bids.some(({ price }) => price === null))) return null;
    const ranking = rankBids(bids, rankingRules(competition, lot));
    parts.push({ lot, ranking, bids, rows: rowsOf({ lot, ranking }, own, amounts) });
  }
  const bidders = question.lotsMostAwards === null ? new Map() : await biddersOf(db, question.id);
  return { parts, rows: parts.flatMap(({ rows }) => rows), amounts, bidders };
}

/** All bids for one organisation count as one bidder's, and so do those of one lead for none. */
async function biddersOf(db: Db, questionId: string): Promise<Map<string, LotBidder>> {
  const bids = await db.bid.findMany({
    where: { questionId },
    select: { id: true, leadId: true, organisationId: true, lotOrder: true },
  });
  return new Map(
    bids.map(({ id, leadId, organisationId, lotOrder }) => [
      id,
      { bidder: organisationId ?? leadId, order: lotOrder },
    ]),
  );
}

const PLACES = 2;

function rowsOf(
  { lot, ranking }: Pick<RankedPart, 'lot' | 'ranking'>,
  assessment: Assessment,
  amounts: ReadonlyMap<string, number>,
): RankedRow[] {
  const known = new Map(contending(assessment).map((bid) => [bid.id, bid]));
  const named = (id: string) => {
    const { reference = '', bidder = '' } = known.get(id) ?? {};
    return { reference, bidder, ...(lot ? { lot: lot.number } : {}), amount: amounts.get(id) ?? null };
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
