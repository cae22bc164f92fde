import { DISAGREEMENT_FROM, rangeOf } from '../score-scale';
import { intraclass, type Reliability } from './icc';
import { krippendorffAlpha } from './krippendorff';

/** One criterion of one bid with the scores that count. */
export interface Unit {
  scores: { personId: string; value: number }[];
}

export interface Spread {
  range: number;
  mean: number | null;
  /** The standard deviation of the scores given, as of a whole population. */
  deviation: number | null;
  /** Whose score stands this far from the median of the others. */
  outliers: { personId: string; from: number }[];
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/** With two scores nobody stands alone, so an outlier takes at least two others. */
const OTHERS_NEEDED = 2;

export function spreadOf({ scores }: Unit): Spread {
  const values = scores.map(({ value }) => value);
  if (values.length === 0) return { range: 0, mean: null, deviation: null, outliers: [] };
  const middle = mean(values);
  const outliers = scores.flatMap(({ personId, value }, i) => {
    const others = values.filter((_, j) => j !== i);
    if (others.length < OTHERS_NEEDED) return [];
    const from = value - median(others);
    return Math.abs(from) >= DISAGREEMENT_FROM ? [{ personId, from }] : [];
  });
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return { range: rangeOf(values), mean: middle, deviation, outliers };
}

/** Fewer comparisons than this are too few for a figure. */
export const FEWEST_UNITS = 3;

export interface PanelAgreement {
  /** Units with two scores or more: all that agreement is told from. */
  compared: number;
  alpha: number | null;
  /** Of the units that the same people scored; null where those are too few. */
  reliability: { units: number; judges: number; found: Reliability } | null;
}

/** How far a panel agrees; null for each figure that there is too little for. */
export function agreementOf(units: Unit[]): PanelAgreement {
  const compared = units.filter(({ scores }) => scores.length >= 2);
  if (compared.length < FEWEST_UNITS) return { compared: compared.length, alpha: null, reliability: null };
  const people = [...new Set(compared.flatMap(({ scores }) => scores.map(({ personId }) => personId)))];
  const valueBy = (unit: Unit) => new Map(unit.scores.map(({ personId, value }) => [personId, value]));
  const columns = compared.map(valueBy);
  const ratings = people.map((personId) => columns.map((column) => column.get(personId) ?? null));
  return {
    compared: compared.length,
    alpha: krippendorffAlpha(ratings, 'ordinal'),
    reliability: reliabilityOf(columns, people),
  };
}

function reliabilityOf(columns: Map<string, number>[], people: string[]): PanelAgreement['reliability'] {
  const whole = columns.filter((column) => column.size === people.length);
  if (whole.length < FEWEST_UNITS) return null;
  const found = intraclass(whole.map((column) => people.map((personId) => column.get(personId) ?? 0)));
  return found && { units: whole.length, judges: people.length, found };
}

export interface Lean {
  personId: string;
  units: number;
  /** How much higher than the others on average; null where too few can be compared. */
  higher: number | null;
}

/** Who tends to score higher or lower than the others on the same bid and criterion. */
export function leansOf(units: Unit[]): Lean[] {
  const differences = new Map<string, number[]>();
  for (const { scores } of units) {
    if (scores.length < 2) continue;
    const sum = scores.reduce((all, { value }) => all + value, 0);
    for (const { personId, value } of scores) {
      const known = differences.get(personId) ?? [];
      known.push(value - (sum - value) / (scores.length - 1));
      differences.set(personId, known);
    }
  }
  return [...differences].map(([personId, all]) => ({
    personId,
    units: all.length,
    higher: all.length < FEWEST_UNITS ? null : mean(all),
  }));
}
