import { compare, fraction, inDecimals, over, sum, times } from '../fraction';

export interface PricedBid {
  id: string;
  /** Pence without VAT. */
  price: number;
  /** Per cent of its full economic cost that a bid says its price covers. */
  fullEconomicCost: number | null;
}

export interface LowPriceRule {
  lowPricePercent: number | null;
  lowCostPercent: number | null;
}

/** With one other bid its price alone would be the mean. */
export const FEWEST_OTHERS = 2;

/**
 * Why a price looks abnormally low by the published rule, in words; none for one that does not. It is a reason to
 * ask the bidder, never to exclude.
 */
export function whyLow(bid: PricedBid, bids: PricedBid[], rule: LowPriceRule): string[] {
  const found: string[] = [];
  const others = bids.filter(({ id }) => id !== bid.id);
  if (rule.lowPricePercent !== null && others.length >= FEWEST_OTHERS) {
    const mean = over(sum(others.map(({ price }) => fraction(price))), fraction(others.length));
    const least = times(mean, fraction(100 - rule.lowPricePercent, 100));
    if (compare(fraction(bid.price), least) < 0) {
      const below = times(fraction(100), over(sum([mean, fraction(-bid.price)]), mean));
      found.push(`It is ${inDecimals(below)}% below the mean of the other ${others.length} prices.`);
    }
  }
  const { fullEconomicCost: covers } = bid;
  if (rule.lowCostPercent !== null && covers !== null && covers < rule.lowCostPercent)
    found.push(`It covers ${covers}% of the full economic cost that the bid states.`);
  return found;
}
