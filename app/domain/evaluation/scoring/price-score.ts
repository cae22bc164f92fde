import { fraction, type Fraction } from './fraction';

/**
 * Price out of 100: 100 × lowest ÷ this. Both in pence without VAT, `lowest` among the bids that reach their
 * minimums. A price of 0 has no score: it would make every other price worthless.
 */
export function priceScore(lowest: number, price: number): Fraction {
  if (lowest <= 0 || price <= 0) throw new RangeError('a price of 0 is refused');
  return fraction(100 * lowest, price);
}

/** `quality × weight + price × weight`, weights in percent: 70 and 30 unless a question says otherwise. */
export const total = (
  scores: { quality: Fraction; price: Fraction },
  weights: { quality: number; price: number },
): Fraction =>
  fraction(
    scores.quality.n * BigInt(weights.quality) * scores.price.d +
      scores.price.n * BigInt(weights.price) * scores.quality.d,
    100n * scores.quality.d * scores.price.d,
  );
