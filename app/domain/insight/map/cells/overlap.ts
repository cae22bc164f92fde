import type { Heading } from '../evidence-map';
import { keysIn, type Profile } from './profiles';

export interface Overlap {
  headings: Heading[];
  /** How many items stand at both headings, by their places in the list; on the diagonal at one. */
  cells: number[][];
  /** Every item once, in however many pairs it stands. */
  total: number;
  /** Items that stand at two headings or more. */
  several: number;
}

/** An item tagged three ways adds one to each of three pairs, and one to the total. */
export function overlapOf(profiles: readonly Profile[], headings: readonly Heading[]): Overlap {
  const cells = headings.map(() => headings.map(() => 0));
  const placeOf = new Map(headings.map(({ key }, at) => [key, at]));
  let [total, several] = [0, 0];
  for (const { rows, count } of profiles) {
    const places = keysIn(rows, headings).flatMap((key) => (key === null ? [] : [placeOf.get(key) ?? 0]));
    total += count;
    if (places.length > 1) several += count;
    for (const row of places)
      for (const column of places) {
        const line = cells[row];
        if (line) line[column] = (line[column] ?? 0) + count;
      }
  }
  return { headings: [...headings], cells, total, several };
}

/** The pair that most items stand at, the first of equals; null while none does. */
export function closestPair({
  headings,
  cells,
}: Overlap): { one: string; other: string; count: number } | null {
  let most: { one: string; other: string; count: number } | null = null;
  for (const [at, one] of headings.entries())
    for (const [beside, other] of headings.entries()) {
      const count = cells[at]?.[beside] ?? 0;
      if (beside > at && count > (most?.count ?? 0)) most = { one: one.name, other: other.name, count };
    }
  return most;
}
