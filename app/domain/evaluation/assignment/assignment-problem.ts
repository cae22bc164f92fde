/** Bids and assessors are numbered from 0 in the order in which they were given. */
export interface AssignmentProblem {
  /** By bid and assessor, 0 to 1: what an assessor is worth for a bid; null where the two may never meet. */
  similarity: readonly (readonly (number | null)[])[];
  /** How many assessors each bid is to have. */
  places: number;
  /** How many bids each assessor takes at most. */
  capacities: readonly number[];
  /** By bid, the assessors who are experts on it; each bid should have at least one. */
  experts?: readonly (readonly number[])[];
  /** Pairs of bid and assessor that stay whatever else is found: begun work, and pins. */
  kept?: readonly Pair[];
  /** Assessors who never sit on one bid together. */
  apart?: readonly (readonly [number, number])[];
}

export type Pair = readonly [bid: number, assessor: number];

/** Similarities count in millionths, so that sums are exact. */
export const PER_UNIT = 1_000_000;
export const inMillionths = (similarity: number): number => Math.round(similarity * PER_UNIT);

export interface AssignmentFigures {
  /** The sum of similarities of all pairs. */
  total: number;
  /** The lowest mean similarity of a bid over its places; an empty place counts 0. */
  worst: number;
  worstBid: number;
  loads: number[];
  /** Bids without an expert though experts were asked for. */
  withoutExpert: number[];
}

/** What an assignment comes to, however it was made. O(pairs). */
export function figuresOf(problem: AssignmentProblem, pairs: readonly Pair[]): AssignmentFigures {
  const { similarity, places, capacities, experts } = problem;
  const sums = similarity.map(() => 0);
  const loads = capacities.map(() => 0);
  const expert = similarity.map(() => false);
  for (const [bid, assessor] of pairs) {
    sums[bid] = (sums[bid] ?? 0) + inMillionths(similarity[bid]?.[assessor] ?? 0);
    loads[assessor] = (loads[assessor] ?? 0) + 1;
    if (experts?.[bid]?.includes(assessor)) expert[bid] = true;
  }
  const least = sums.reduce((lowest, sum) => Math.min(lowest, sum), Infinity);
  return {
    total: sums.reduce((sum, one) => sum + one, 0) / PER_UNIT,
    worst: sums.length === 0 ? 0 : least / places / PER_UNIT,
    worstBid: sums.indexOf(least),
    loads,
    withoutExpert: experts ? expert.flatMap((has, bid) => (has ? [] : [bid])) : [],
  };
}
