import type { AwardFormula, TieBreak } from '../../../questions/method/award-method';
import { quality, reachesMinimums, type AssessedCriterion } from '../agreed-score';
import { compare, fraction, over, plus, times, type Fraction } from '../fraction';
import { priceScore, total } from '../price-score';

export interface AssessedBid {
  id: string;
  criteria: AssessedCriterion[];
  /** Pence without VAT; null where price is not scored. */
  price: number | null;
  /** Points of quality that an interview added or took; 0 where none was held. */
  points?: number;
  /** Why an interview took the bid out of the order. */
  out?: 'notShortlisted' | 'withdrew';
}

export interface RankingRules {
  priceScored: boolean;
  weights: { quality: number; price: number };
  formula: AwardFormula;
  /** Quality out of 100 that a bid must reach; null where minimums of criteria suffice. */
  threshold: number | null;
  tieBreak: TieBreak[];
  /** Pence; a bid above it is out where the highest quality within the budget wins. */
  budget: number | null;
}

/** Why a bid has no place in the order. */
export type Unranked = 'minimum' | 'threshold' | 'budget' | 'notShortlisted' | 'withdrew';

export const UNRANKED_WORDS: Record<Unranked, string> = {
  minimum: 'below a minimum score',
  threshold: 'below the quality needed',
  budget: 'above the budget',
  notShortlisted: 'not on the shortlist for interviews',
  withdrew: 'withdrawn from the interviews',
};

/** The same at the beginning of a sentence. */
export const unrankedWords = (why: Unranked): string =>
  UNRANKED_WORDS[why].charAt(0).toUpperCase() + UNRANKED_WORDS[why].slice(1);

export const qualityOf = ({ criteria, points = 0 }: AssessedBid): Fraction =>
  plus(quality(criteria), fraction(points));

export function whyUnranked(bid: AssessedBid, rules: RankingRules): Unranked | null {
  if (bid.out) return bid.out;
  if (!reachesMinimums(bid.criteria)) return 'minimum';
  const made = qualityOf(bid);
  if (rules.threshold !== null && compare(made, fraction(rules.threshold)) < 0) return 'threshold';
  // A price has no worth for each point where there is no point.
  if (formulaOf(rules) === 'pricePerPoint' && made.n <= 0n) return 'threshold';
  const dear = rules.budget !== null && bid.price !== null && bid.price > rules.budget;
  return formulaOf(rules) === 'highestQuality' && dear ? 'budget' : null;
}

/** Where price is not scored every formula comes down to quality alone. */
export const formulaOf = ({ priceScored, formula }: RankingRules): AwardFormula =>
  priceScored ? formula : 'highestQuality';

/** Pence for each point of quality. */
export const pricePerPoint = (price: number, made: Fraction): Fraction => over(fraction(price), made);

/** Of the bids that are ranked: the least price, and the least price for each point. */
export interface Least {
  price: number;
  perPoint: Fraction | null;
}

/** What the order goes by, out of 100, greater is better. Throws a RangeError for a price of 0. */
export function orderedBy(
  bid: { price: number; quality: Fraction },
  least: Least,
  rules: RankingRules,
): Fraction {
  switch (formulaOf(rules)) {
    case 'weighted':
      return total({ quality: bid.quality, price: priceScore(least.price, bid.price) }, rules.weights);
    case 'lowestPrice':
      return priceScore(least.price, bid.price);
    case 'highestQuality':
      return bid.quality;
    case 'pricePerPoint':
      return times(fraction(100), over(least.perPoint ?? fraction(1), pricePerPoint(bid.price, bid.quality)));
  }
}

const heaviest = (criteria: AssessedCriterion[]): Fraction =>
  criteria.reduce<AssessedCriterion | undefined>(
    (best, one) => (best && best.weight >= one.weight ? best : one),
    undefined,
  )?.score ?? fraction(0);

/** What stands for one tie-break, greater is better. */
export function standsFor(key: TieBreak, bid: AssessedBid): Fraction {
  switch (key) {
    case 'quality':
      return qualityOf(bid);
    case 'price':
      return fraction(-(bid.price ?? 0));
    case 'heaviest':
      return heaviest(bid.criteria);
  }
}
