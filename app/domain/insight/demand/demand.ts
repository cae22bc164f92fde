import { changesIn, type Change, type Threshold } from './rate-change';
import type { Period } from './periods';

/** How many questions were published in the period that begins on `from`; all of them without a key. */
export interface DemandCount {
  key: string | null;
  name: string | null;
  level: 'heading' | 'all';
  from: string;
  count: number;
}

export interface DemandLine {
  /** What the log is asked for: `all`, `none` for what stands under no heading. */
  key: string;
  name: string;
  counts: number[];
  changes: (Change | null)[];
  total: number;
}

const NONE = 'none';

/** A line for each heading that was asked about, and one in which each question counts once. */
export function demandLines(
  counted: readonly DemandCount[],
  periods: readonly Period[],
  threshold: Threshold,
): { lines: DemandLine[]; all: DemandLine } {
  const lineOf = (key: string, name: string, own: readonly DemandCount[]): DemandLine => {
    const counts = periods.map(({ from }) => own.find((one) => one.from === from)?.count ?? 0);
    const total = counts.reduce((sum, one) => sum + one, 0);
    return { key, name, counts, changes: changesIn(counts, threshold), total };
  };
  const headings = new Map<string, { name: string; own: DemandCount[] }>();
  for (const one of counted) {
    if (one.level === 'all') continue;
    const key = one.key ?? NONE;
    const held = headings.get(key) ?? { name: one.name ?? 'Not stated', own: [] };
    held.own.push(one);
    headings.set(key, held);
  }
  const all = counted.filter(({ level }) => level === 'all');
  return {
    lines: [...headings].map(([key, { name, own }]) => lineOf(key, name, own)),
    all: lineOf('all', 'All questions, each once', all),
  };
}

const latestOf = (line: DemandLine): { line: DemandLine; at: number; change: Change } | null => {
  const at = line.changes.findLastIndex((change) => change?.first === true);
  const change = line.changes[at];
  return change ? { line, at, change } : null;
};

/** The latest change, as the heading of the page. */
export function demandHeading(
  { lines, all }: { lines: readonly DemandLine[]; all: DemandLine },
  periods: readonly Period[],
): string {
  if (all.total === 0) return 'No question was published in this time';
  const found = [all, ...lines].flatMap((line) => latestOf(line) ?? []);
  const latest = found.reduce<(typeof found)[number] | null>(
    (most, one) => (most === null || one.at > most.at ? one : most),
    null,
  );
  if (!latest) return 'Demand held steady';
  const { line, change, at } = latest;
  const whose = line === all ? 'Demand' : `Demand on ${line.name}`;
  return `${whose} ${change.direction === 'up' ? 'rose' : 'fell'} in ${periods[at]?.name ?? ''}`;
}
