/** One part of a sum. Without a key nobody said whose it is: it stays apart and is never split. */
export interface Part {
  key: string | null;
  name: string;
  amount: number;
  lines: number;
}

export interface Share extends Part {
  /** Of the whole, from 0 to 100, exact. Null of nothing. */
  share: number | null;
}

export const UNATTRIBUTED = 'Unattributed';

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** Each part of the whole; what is unattributed last, whatever its size. */
export function sharesOf(parts: readonly Part[]): Share[] {
  const whole = sum(parts.map(({ amount }) => amount));
  const known = parts.filter(({ key }) => key !== null);
  const open = parts.filter(({ key }) => key === null);
  return [...known, ...open].map((part) => ({
    ...part,
    share: whole === 0 ? null : (100 * part.amount) / whole,
  }));
}

/** `79%`, `16.7%`; never 0 of something nor 100 of less than all. */
export function showShare(share: number | null): string {
  if (share === null) return 'Nothing to share';
  const tenth = Math.round(share * 10) / 10;
  if (share > 0 && tenth === 0) return 'less than 0.1%';
  if (share < 100 && tenth === 100) return 'more than 99.9%';
  return `${tenth}%`;
}

const PARTS = ['', '', 'half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `one sixth`, where it is exactly that; else null. */
export function fractionOf(part: number, whole: number): string | null {
  if (whole <= 0 || part <= 0 || part >= whole) return null;
  for (let below = 2; below < PARTS.length; below += 1)
    if (Number.isInteger((part * below) / whole)) {
      const above = (part * below) / whole;
      const name = PARTS[below] ?? '';
      return `${COUNTS[above] ?? ''} ${above === 1 ? name : below === 2 ? 'halves' : `${name}s`}`;
    }
  return null;
}

export interface Band {
  key: string;
  name: string;
  low: number;
  high: number;
  holdsFrom: Date;
  owner: string;
  reason: string;
}

export interface Alert {
  name: string;
  share: number;
  band: Band;
  side: 'below' | 'above';
}

/** Shares outside the band that holds for them; the ends of a band are within it. */
export function alertsOf(shares: readonly Share[], bands: readonly Band[]): Alert[] {
  // Where nothing is attributed nobody's share is known to be too small.
  if (shares.every(({ key, amount }) => key === null || amount === 0)) return [];
  return bands.flatMap((band) => {
    const share = shares.find(({ key }) => key === band.key)?.share;
    if (share === undefined || share === null || (share >= band.low && share <= band.high)) return [];
    return [
      { name: band.name, share, band, side: share < band.low ? ('below' as const) : ('above' as const) },
    ];
  });
}

export const showBand = ({ low, high }: Pick<Band, 'low' | 'high'>): string => `${low}% to ${high}%`;

/** `Prevent takes 4%, below its band of 10% to 25%`. */
export const showAlert = ({ name, share, band, side }: Alert): string =>
  `${name} takes ${showShare(share)}, ${side} its band of ${showBand(band)}`;

/** What the shares show, as a title: the largest against the smallest, and what nobody attributed. */
export function titleOf(shares: readonly Share[]): string {
  const known = shares.filter((one) => one.key !== null && one.amount > 0);
  const sorted = [...known].sort((a, b) => b.amount - a.amount);
  const [most, least] = [sorted[0], sorted.at(-1)];
  const open = shares.find(({ key, amount }) => key === null && amount > 0);
  const rest = open ? `; ${showShare(open.share)} is unattributed` : '';
  if (!most || !least) return open ? 'No money is attributed' : 'No money is recorded';
  const first = `${most.name} takes ${showShare(most.share)}`;
  return most === least ? `${first}${rest}` : `${first}, ${least.name} ${showShare(least.share)}${rest}`;
}

/** A share of money and the words beside it: `£2m of £12m, 16.7% (one sixth)`. */
export function showPart(part: number, whole: number, show: (pence: number) => string): string {
  const fraction = fractionOf(part, whole);
  const share = showShare(whole === 0 ? null : (100 * part) / whole);
  return `${show(part)} of ${show(whole)}, ${share}${fraction ? ` (${fraction})` : ''}`;
}
