import type { TieBreak } from '../../questions/method/award-method';
import {
  formulaOf,
  orderedBy,
  pricePerPoint,
  qualityOf,
  standsFor,
  whyUnranked,
  type AssessedBid,
  type Least,
  type RankingRules,
  type Unranked,
} from './award/formulas';
import { compare, equals, type Fraction } from './fraction';
import { priceScore } from './price-score';

export interface RankedBid {
  id: string;
  quality: Fraction;
  price: Fraction | null;
  /** Pence for each point of quality, where the order goes by it. */
  perPoint: Fraction | null;
  total: Fraction;
  /** What the order between level totals goes by, in the published order. */
  breaks: Fraction[];
  /** Equal totals share a rank, and the next rank is skipped: 1, 1, 3. */
  rank: number;
  /** How an equal total is settled: by the published order, and where that is level too, by a reason. */
  tie: 'none' | 'byQuality' | 'byPrice' | 'byHeaviest' | 'byReason';
}

export interface Ranking {
  ranked: RankedBid[];
  /** Quality is known, but such a bid has neither rank nor influence on the lowest price. */
  unranked: { id: string; quality: Fraction; why: Unranked }[];
}

type Placed = Omit<RankedBid, 'rank' | 'tie'>;

/** Ranks bids by the published formula, then by the published tie-breaks; never by arrival. A price of 0 is a RangeError. */
export function rankBids(bids: AssessedBid[], rules: RankingRules): Ranking {
  const reasons = new Map(bids.map((bid) => [bid.id, whyUnranked(bid, rules)]));
  const able = bids.filter(({ id }) => !reasons.get(id));
  const least = leastOf(able, rules);
  const placed = able
    .map((bid) => placedBid(bid, least, rules))
    .sort((a, b) => -compareStanding(a, b) || (a.id < b.id ? -1 : 1));
  const ranked = placed.map((bid) => {
    const level = placed.filter((other) => other.id !== bid.id && equals(other.total, bid.total));
    const rank = 1 + placed.filter((other) => compare(other.total, bid.total) > 0).length;
    return { ...bid, rank, tie: tieOf(bid, level, rules.tieBreak) };
  });
  const unranked = bids.flatMap((bid) => {
    const why = reasons.get(bid.id);
    return why ? [{ id: bid.id, quality: qualityOf(bid), why }] : [];
  });
  return { ranked, unranked };
}

function leastOf(able: AssessedBid[], rules: RankingRules): Least {
  const price = Math.min(...able.map((bid) => bid.price ?? Infinity));
  const points =
    formulaOf(rules) === 'pricePerPoint'
      ? able.map((bid) => pricePerPoint(priceOf(bid), qualityOf(bid)))
      : [];
  const perPoint = points.reduce<Fraction | null>(
    (low, one) => (low && compare(low, one) <= 0 ? low : one),
    null,
  );
  return { price, perPoint };
}

function priceOf({ price }: AssessedBid): number {
  if (price === null) throw new RangeError('a bid without a price cannot be ranked');
  if (price <= 0) throw new RangeError('a price of 0 is refused');
  return price;
}

function placedBid(bid: AssessedBid, least: Least, rules: RankingRules): Placed {
  const made = qualityOf(bid);
  const breaks = rules.tieBreak.map((key) => standsFor(key, bid));
  const { id } = bid;
  if (!rules.priceScored) return { id, quality: made, price: null, perPoint: null, total: made, breaks };
  const price = priceOf(bid);
  return {
    id,
    quality: made,
    price: formulaOf(rules) === 'weighted' ? priceScore(least.price, price) : null,
    perPoint: formulaOf(rules) === 'pricePerPoint' ? pricePerPoint(price, made) : null,
    total: orderedBy({ price, quality: made }, least, rules),
    breaks,
  };
}

type Standing = Pick<RankedBid, 'total' | 'breaks'>;

/** The first tie-break that tells two bids apart, by its place; -1 where none does. */
const firstBreak = (a: Standing, b: Standing): number =>
  a.breaks.findIndex((one, i) => compare(one, b.breaks[i] ?? one) !== 0);

export function compareStanding(a: Standing, b: Standing): number {
  const byTotal = compare(a.total, b.total);
  const at = firstBreak(a, b);
  const [one, other] = [a.breaks[at], b.breaks[at]];
  return byTotal || (one && other ? compare(one, other) : 0);
}

const TIES = { quality: 'byQuality', price: 'byPrice', heaviest: 'byHeaviest' } as const;

function tieOf(bid: Placed, level: Placed[], order: TieBreak[]): RankedBid['tie'] {
  if (level.length === 0) return 'none';
  const breaks = level.map((other) => firstBreak(bid, other));
  const last = order[Math.max(...breaks)];
  return breaks.includes(-1) || !last ? 'byReason' : TIES[last];
}

const someUnchosen = (
  { ranked }: Ranking,
  chosen: string[],
  stands: (unchosen: RankedBid, bid: RankedBid) => boolean,
): boolean =>
  ranked.some(
    (bid) =>
      chosen.includes(bid.id) && ranked.some((other) => !chosen.includes(other.id) && stands(other, bid)),
  );

/** Whether choosing these needs the moderator's reason: an unchosen bid stands exactly level with a chosen one. */
export const needsTieReason = (ranking: Ranking, chosen: string[]): boolean =>
  someUnchosen(ranking, chosen, (other, bid) => compareStanding(other, bid) === 0);

/** Whether a better bid is passed over: an unchosen one comes first by the formula or by the tie-breaks. */
export const passesOverBetter = (ranking: Ranking, chosen: string[]): boolean =>
  someUnchosen(ranking, chosen, (other, bid) => compareStanding(other, bid) > 0);
