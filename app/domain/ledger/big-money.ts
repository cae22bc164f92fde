import { showMoney } from '../money';

const digits = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** From how many pence on a unit is used, its name, its pence, and those of the unit below, in which less is shown. */
const SIZES = [
  [1e11, 'bn', 1e11, 1e8],
  [1e8, 'm', 1e8, 1e5],
  [1e6, 'k', 1e5, 0],
] as const;

/** Pence as `£2.4bn`, `£12m`, `£120k`, `£950`: short, for totals. What would round to £1,000k is £1m. */
export function showBig(pence: number): string {
  const size = SIZES.find(([from, , , below]) => pence >= from - below / 20);
  return size ? `£${digits.format(pence / size[2])}${size[1]}` : showMoney(pence);
}
