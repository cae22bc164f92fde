import type { Counted, Heading } from '../evidence-map';
import type { MarkKind } from '../marks';
import { addFacts, type CellFacts, type PlacedFacts } from './cell-facts';

/** Bits of a 64-bit number, less the sign and some to spare: an axis shows no more headings. */
export const MOST_HEADINGS = 60;

/** Items that stand in the very same rows and columns: bit n is heading n. No bit: none of them. */
export interface Profile extends CellFacts {
  kind: MarkKind;
  rows: bigint;
  columns: bigint;
  count: number;
}

/** The keys of the headings whose bits are set; null alone where none is. */
export function keysIn(bits: bigint, headings: readonly Heading[]): (string | null)[] {
  const keys = headings.filter((_, at) => (bits >> BigInt(at)) & 1n).map(({ key }) => key);
  return keys.length > 0 ? keys : [null];
}

/** Of thousands of profiles few have bits that no other has: their keys are looked up once. */
function keysFor(headings: readonly Heading[]): (bits: bigint) => (string | null)[] {
  const known = new Map<bigint, (string | null)[]>();
  return (bits) => {
    const keys = known.get(bits) ?? keysIn(bits, headings);
    known.set(bits, keys);
    return keys;
  };
}

/** No heading has a line break in its key, and none an empty one. */
const keyOf = (...parts: (string | null)[]): string => parts.map((part) => part ?? '').join('\n');

/**
 * Profiles as the figures of the map: an item in each cell where it stands, once in each of its rows and once in all.
 * Of facts there are those of cells and, with the column left open, of rows.
 */
export function spread(
  profiles: readonly Profile[],
  rows: readonly Heading[],
  columns: readonly Heading[],
): { counted: Counted[]; facts: PlacedFacts[] } {
  const counted = new Map<string, Counted>();
  const facts = new Map<string, PlacedFacts>();
  const [rowsOf, columnsOf] = [keysFor(rows), keysFor(columns)];
  const add = (level: Counted['level'], row: string | null, column: string | null, profile: Profile) => {
    const { kind, count } = profile;
    const key = keyOf(level, row, column, kind);
    const before = counted.get(key);
    if (before) before.count += count;
    else counted.set(key, { level, row, column, kind, count });
  };
  for (const profile of profiles) {
    add('all', null, null, profile);
    for (const row of rowsOf(profile.rows)) {
      add('row', row, null, profile);
      for (const column of columnsOf(profile.columns)) {
        add('cell', row, column, profile);
        const key = keyOf(row, column);
        const held = facts.get(key);
        facts.set(key, { row, column, ...(held ? addFacts(held, profile) : factsOf(profile)) });
      }
    }
  }
  return { counted: [...counted.values()], facts: [...facts.values()] };
}

const factsOf = ({ unfunded, dueOn, shared, reviews, current }: Profile): CellFacts => ({
  ...{ unfunded, dueOn, shared, reviews, current },
});
