import { quality, reachesMinimums, type AssessedCriterion } from './agreed-score';
import { compare, equals, type Fraction } from './fraction';
import { priceScore, total } from './price-score';

export interface AssessedBid {
  id: string;
  criteria: AssessedCriterion[];
  /** Pence without VAT; null where price is not scored. */
  price: number | null;
}

export interface RankedBid {
  id: string;
  quality: Fraction;
  price: Fraction | null;
  total: Fraction;
  /** Equal totals share a rank, and the next rank is skipped: 1, 1, 3. */
  rank: number;
  /** How an equal total is settled: quality decides, and where that is equal too, the moderator's reason. */
  tie: 'none' | 'byQuality' | 'byReason';
}

export interface Ranking {
  ranked: RankedBid[];
  /** Below a minimum: quality is known, but such a bid has neither rank nor influence on the lowest price. */
  belowMinimum: { id: string; quality: Fraction }[];
}

export interface RankingRules {
  priceScored: boolean;
  weights: { quality: number; price: number };
}

/** Ranks bids by total, then by quality; never by arrival. Throws a RangeError for a price of 0. */
export function rankBids(bids: AssessedBid[], rules: RankingRules): Ranking {
  const able = bids.filter((bid) => reachesMinimums(bid.criteria));
  const lowest = Math.min(...able.map((bid) => bid.price ?? Infinity));
  const scored = able.map((bid) => {
    const made = quality(bid.criteria);
    if (!rules.priceScored) return { id: bid.id, quality: made, price: null, total: made };
    if (bid.price === null) throw new RangeError('a bid without a price cannot be ranked');
    const price = priceScore(lowest, bid.price);
    return { id: bid.id, quality: made, price, total: total({ quality: made, price }, rules.weights) };
  });
  const ranked = scored
    .sort((a, b) => compare(b.total, a.total) || compare(b.quality, a.quality) || (a.id < b.id ? -1 : 1))
    .map((bid) => {
      const equal = scored.filter((other) => other.id !== bid.id && equals(other.total, bid.total));
      const undecided = equal.some((other) => equals(other.quality, bid.quality));
      return {
        ...bid,
        rank: 1 + scored.filter((other) => compare(other.total, bid.total) > 0).length,
        tie:
          equal.length === 0 ? ('none' as const) : undecided ? ('byReason' as const) : ('byQuality' as const),
      };
    });
  const belowMinimum = bids
    .filter((bid) => !able.includes(bid))
    .map((bid) => ({ id: bid.id, quality: quality(bid.criteria) }));
  return { ranked, belowMinimum };
}

/**
 * Whether choosing these bids needs the moderator's reason: an unchosen bid stands exactly level, in total and
 * in quality, with a chosen one.
 */
export const needsTieReason = ({ ranked }: Ranking, chosen: string[]): boolean =>
  ranked.some(
    (bid) =>
      chosen.includes(bid.id) &&
      ranked.some(
        (other) =>
          !chosen.includes(other.id) && equals(other.total, bid.total) && equals(other.quality, bid.quality),
      ),
  );

/** Whether a better bid is passed over: an unchosen bid has a greater total, or the same with more quality. */
export const passesOverBetter = ({ ranked }: Ranking, chosen: string[]): boolean =>
  ranked.some(
    (bid) =>
      chosen.includes(bid.id) &&
      ranked.some(
        (other) =>
          !chosen.includes(other.id) &&
          (compare(other.total, bid.total) || compare(other.quality, bid.quality)) > 0,
      ),
  );
