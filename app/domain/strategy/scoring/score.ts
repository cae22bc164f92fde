/** What the priority score is made of. Each part is from 0 to 1, or not known. */
export const PARTS = ['harm', 'gap', 'timeliness', 'feasibility'] as const;
export type Part = (typeof PARTS)[number];

export const PART_NAMES: Record<Part, string> = {
  harm: 'Harm',
  gap: 'Gap in understanding',
  timeliness: 'Timeliness',
  feasibility: 'Feasibility',
};

export const PART_MEANINGS: Record<Part, string> = {
  harm: 'what it costs the economy in a year, as a share of the largest among the threat areas; deaths and people affected do not count, because nothing turns them into pounds',
  gap: 'a fifth for each side of it that is weakly understood, a tenth for each partly understood',
  timeliness: 'how soon the next decision that waits for an answer is due',
  feasibility: 'listed experts who work on it, a tenth for each up to ten',
};

/** The four parts are of 100 together; home and overseas are of 100 together. */
export interface Weights extends Record<Part, number> {
  domestic: number;
  overseas: number;
}

export const STARTING_WEIGHTS: Weights = {
  harm: 40,
  gap: 30,
  timeliness: 15,
  feasibility: 15,
  domestic: 50,
  overseas: 50,
};

export interface Scored extends Record<Part, number | null> {
  /** Which share of what is asked and known of it is about home; the rest is overseas. Null where none says. */
  home: number | null;
}

export interface Score {
  /** From 0 to 200: 100 at most by the parts, twice that where all the weight lies on its place. */
  value: number;
  unknown: Part[];
  factor: number;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Parts as they are exported, so that the score can be worked out again from the export alone. */
export const asExported = (scored: Scored): Scored => ({
  harm: part(scored.harm),
  gap: part(scored.gap),
  timeliness: part(scored.timeliness),
  feasibility: part(scored.feasibility),
  home: part(scored.home),
});
const part = (value: number | null): number | null => (value === null ? null : rounded(value, 3));

/** How much its place counts: 1 where both weigh the same, or where nothing says where it is. */
export function placeFactor(home: number | null, { domestic, overseas }: Weights): number {
  if (home === null) return 1;
  return rounded((domestic * home + overseas * (1 - home)) / 50, 3);
}

/** The sum of weight times part, times the factor of its place. A part that is not known counts nothing. */
export function scoreOf(scored: Scored, weights: Weights): Score {
  const exact = asExported(scored);
  const sum = PARTS.reduce((all, one) => all + weights[one] * (exact[one] ?? 0), 0);
  const factor = placeFactor(exact.home, weights);
  return {
    value: rounded(sum * factor, 1),
    unknown: PARTS.filter((one) => exact[one] === null),
    factor,
  };
}

/** 1 is the highest; those of one score share a rank, and the next counts them all. */
export const rankOf = (value: number, all: readonly number[]): number =>
  1 + all.filter((other) => other > value).length;

/** A priority counts as its threat areas do on average; without any it has no score. */
export function averageOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length, 1);
}

const MOST_EXPERTS = 10;

export const feasibilityOf = (experts: number): number => Math.min(1, experts / MOST_EXPERTS);

/** Days until the next decision: a quarter of a year, half a year, a year, longer. */
export function timelinessOf(days: number | null): number | null {
  if (days === null || days < 0) return null;
  if (days <= 91) return 1;
  if (days <= 182) return 0.75;
  return days <= 365 ? 0.5 : 0.25;
}

export const harmOf = (figure: number | null, largest: number): number | null =>
  figure === null || largest <= 0 ? null : figure / largest;

/** Of items about home and about overseas; one about both is half of each. */
export function homeShareOf(items: { home: number; overseas: number; both: number }): number | null {
  const all = items.home + items.overseas + items.both;
  return all === 0 ? null : (items.home + items.both / 2) / all;
}
