import { showPeriodOf, type PeriodKind } from './period';
import { isBetter, showValue, type Wanted } from './measure';

export interface Counted {
  version: number;
  startsOn: Date;
  value: number;
}

export interface Series<Point extends Counted> {
  version: number;
  points: Point[];
}

/** Figures by the definition they were counted by, in order of time. Two definitions never make one line. */
export function seriesOf<Point extends Counted>(points: readonly Point[]): Series<Point>[] {
  const ordered = [...points].sort((a, b) => a.startsOn.getTime() - b.startsOn.getTime());
  const all = new Map<number, Point[]>();
  for (const point of ordered) all.set(point.version, [...(all.get(point.version) ?? []), point]);
  return [...all].sort(([a], [b]) => a - b).map(([version, inOrder]) => ({ version, points: inOrder }));
}

interface Shown {
  name: string;
  unit: string;
  wanted: Wanted;
  periodKind: PeriodKind;
}

/** What the chart shows, as its title: from the first to the last figure of the newest series alone. */
export function titleOf({ name, unit, wanted, periodKind }: Shown, points: readonly Counted[]): string {
  const series = seriesOf(points);
  const newest = series.at(-1)?.points ?? [];
  const [first, last] = [newest[0], newest.at(-1)];
  if (!first || !last) return `${name}: nothing is counted yet`;
  const said = ({ value, startsOn }: Counted) =>
    `${showValue(value, unit)} in ${showPeriodOf(periodKind, startsOn)}`;
  const now = `${name}: ${said(last)}${series.length > 1 ? ', by a new definition' : ''}`;
  if (first === last) return now;
  const better = isBetter(first.value, last.value, wanted);
  if (better === null) return `${now}, as in ${showPeriodOf(periodKind, first.startsOn)}`;
  return `${now}, ${better ? 'better' : 'worse'} than ${said(first)}`;
}
