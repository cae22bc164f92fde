import type { BidPrice } from './bid-content';

/** Pence for so many days at a day rate; days count in hundredths, halves of a penny round up. */
export const lineTotal = (line: { dayRate: number | null; days: number | null }): number =>
  Math.floor(((line.dayRate ?? 0) * Math.round((line.days ?? 0) * 100) + 50) / 100);

export interface PriceTotals {
  staff: number;
  otherCosts: number;
  overheads: number;
  total: number;
}

/** What a bid costs, in pence without VAT, by kind of cost. */
export function totalsOf(price: BidPrice): PriceTotals {
  const staff = sum(price.lines.map(lineTotal));
  const otherCosts = sum(price.otherCosts.map((cost) => cost.amount ?? 0));
  return { staff, otherCosts, overheads: price.overheads, total: staff + otherCosts + price.overheads };
}

export const totalOf = (price: BidPrice): number => totalsOf(price).total;

const sum = (amounts: number[]): number => amounts.reduce((all, amount) => all + amount, 0);

/**
 * The amounts of milestones by their shares, in pence. The last takes what rounding left, so that they add
 * up to the price.
 */
export function milestoneAmounts(total: number, shares: number[]): number[] {
  const amounts = shares.map((share) => Math.floor((total * share) / 100));
  const rest = total - sum(amounts);
  const last = amounts.length - 1;
  return amounts.map((amount, index) => (index === last ? amount + rest : amount));
}
