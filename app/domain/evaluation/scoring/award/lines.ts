import {
  qualityOf,
  formulaOf,
  standsFor,
  whyUnranked,
  type AssessedBid,
  type RankingRules,
} from './formulas';
import { compare, equals, fraction, minus, over, plus, sum, times, zero, type Fraction } from '../fraction';
import { HIGHEST_SCORE } from '../score-scale';

/** A value that moves evenly with one weight: `at + by × weight`. */
export interface Line {
  at: Fraction;
  by: Fraction;
}

export const valueOn = ({ at, by }: Line, weight: Fraction): Fraction => plus(at, times(by, weight));

const scaled = (factor: Fraction, { at, by }: Line): Line => ({
  at: times(factor, at),
  by: times(factor, by),
});
const fixed = (at: Fraction): Line => ({ at, by: zero });

/** Which weight is moved: of price against quality, or of the criterion at this place against all others. */
export type Moved = 'price' | number;

/** The quality of a bid while a weight moves; the other criteria keep their proportions and share what is left. */
export function qualityLine(bid: AssessedBid, moved: Moved): Line {
  if (moved === 'price') return fixed(qualityOf(bid));
  const own = bid.criteria[moved];
  if (!own) throw new RangeError('no such criterion');
  const others = bid.criteria.filter((one) => one !== own);
  const rest = sum(others.map(({ weight, score }) => times(fraction(weight), score)));
  const share = over(rest, fraction(HIGHEST_SCORE * (100 - own.weight)));
  return {
    at: plus(times(fraction(100), share), fraction(bid.points ?? 0)),
    by: minus(over(own.score, fraction(HIGHEST_SCORE)), share),
  };
}

/** What a bid is ordered by while a weight moves; `lowest` is the least price of those that are ranked. */
export function orderLine(bid: AssessedBid, lowest: number, rules: RankingRules, moved: Moved): Line {
  const made = qualityLine(bid, moved);
  const price = bid.price ?? 0;
  switch (formulaOf(rules)) {
    case 'highestQuality':
      return made;
    case 'lowestPrice':
      return fixed(fraction(-price));
    case 'pricePerPoint':
      return scaled(fraction(1, price), made);
    case 'weighted': {
      const priced = fraction(100 * lowest, price);
      if (moved === 'price') return { at: made.at, by: over(minus(priced, made.at), fraction(100)) };
      const ofQuality = scaled(fraction(rules.weights.quality, 100), made);
      return { ...ofQuality, at: plus(ofQuality.at, times(fraction(rules.weights.price, 100), priced)) };
    }
  }
}

/** What a bid is ordered by and, where that is level, its tie-breaks in their order. */
export const standingLines = (
  bid: AssessedBid,
  lowest: number,
  rules: RankingRules,
  moved: Moved,
): Line[] => [
  orderLine(bid, lowest, rules, moved),
  ...rules.tieBreak.map((key) => (key === 'quality' ? qualityLine(bid, moved) : fixed(standsFor(key, bid)))),
];

export const isSameLine = (a: Line, b: Line): boolean => equals(a.at, b.at) && equals(a.by, b.by);

/** Bids that no weight keeps out of the order: out for their minimums, the budget or an interview is out for good. */
export const contenders = (bids: AssessedBid[], rules: RankingRules): AssessedBid[] =>
  bids.filter((bid) => [null, 'threshold'].includes(whyUnranked(bid, rules)));

/** The least quality that a bid must have; it may have to be more than none. */
export const isAble = (made: Fraction, rules: RankingRules): boolean =>
  (rules.threshold === null || compare(made, fraction(rules.threshold)) >= 0) &&
  (formulaOf(rules) !== 'pricePerPoint' || made.n > 0n);

/** The weights at which the quality of a bid meets what it must have. */
export function crossings(made: Line, rules: RankingRules): Fraction[] {
  const bounds = [
    ...(rules.threshold === null ? [] : [fraction(rules.threshold)]),
    ...(formulaOf(rules) === 'pricePerPoint' ? [zero] : []),
  ];
  return made.by.n === 0n ? [] : bounds.map((bound) => over(minus(bound, made.at), made.by));
}
