import { showWritten } from '../../strategy/written-date';

export interface Point {
  periodWritten: string;
  startsOn: Date | string;
  value: number;
}

export interface Break {
  periodWritten: string;
  startsOn: Date | string;
  what: string;
}

export type Trend =
  | { kind: 'none'; why: string }
  | { kind: 'suppressed'; breaks: Break[]; from: Point; to: Point }
  | { kind: 'change'; percent: number; from: Point; to: Point };

const at = (day: Date | string): number => new Date(day).getTime();

export const inOrder = <One extends Point>(points: readonly One[]): One[] =>
  [...points].sort((a, b) => at(a.startsOn) - at(b.startsOn));

/** From the baseline to the latest figure; where something was counted otherwise between them, nothing is claimed. */
export function trendOf(points: readonly Point[], breaks: readonly Break[], baseline: string | null): Trend {
  const ordered = inOrder(points);
  const from = ordered.find(({ periodWritten }) => periodWritten === baseline) ?? ordered[0];
  const to = ordered.at(-1);
  if (!from || !to || from === to)
    return { kind: 'none', why: 'There is one figure at most, so no change to tell.' };
  const between = breaks.filter(
    ({ startsOn }) => at(startsOn) > at(from.startsOn) && at(startsOn) <= at(to.startsOn),
  );
  if (between.length > 0) return { kind: 'suppressed', breaks: between, from, to };
  if (from.value === 0)
    return { kind: 'none', why: 'The baseline is nothing, so no percentage can be told.' };
  return { kind: 'change', percent: Math.round(((to.value - from.value) / from.value) * 100), from, to };
}

/** `+36 %`, `−4 %`, `0 %`. */
export function showPercent(percent: number): string {
  if (percent === 0) return '0 %';
  return percent > 0 ? `+${percent} %` : `−${-percent} %`;
}

export const showValue = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/** The finding of a series in a sentence. */
export function trendInWords(trend: Trend): string {
  if (trend.kind === 'none') return trend.why;
  if (trend.kind === 'suppressed')
    return `No trend is claimed: recording changed in ${trend.breaks.map(({ periodWritten }) => showWritten(periodWritten)).join(' and ')}`;
  const { percent, from, to } = trend;
  return `${showPercent(percent)} from ${showWritten(from.periodWritten)} to ${showWritten(to.periodWritten)}`;
}
