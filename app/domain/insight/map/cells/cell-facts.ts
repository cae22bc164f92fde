/** What a cell says beside its counts. Questions and findings that a reader may not know of are in none of it. */
export interface CellFacts {
  /** Of the open questions, those with no stated money. */
  unfunded: number;
  /** When the first of the live commissions ends, as a bare date. */
  dueOn: string | null;
  /** Of the findings, those that answer no question. */
  shared: number;
  /** Of the findings, those that review others. */
  reviews: number;
  /** Of the findings, those that nobody has to look at again yet. */
  current: number;
}

export const noFacts = (): CellFacts => ({ unfunded: 0, dueOn: null, shared: 0, reviews: 0, current: 0 });

/** Where a fact stands, by the same keys as the counts; null for none. */
export interface PlacedFacts extends CellFacts {
  row: string | null;
  column: string | null;
}

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

export const addFacts = (one: CellFacts, other: CellFacts): CellFacts => ({
  unfunded: one.unfunded + other.unfunded,
  dueOn: earlier(one.dueOn, other.dueOn),
  shared: one.shared + other.shared,
  reviews: one.reviews + other.reviews,
  current: one.current + other.current,
});
