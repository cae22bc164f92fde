import { describe, expect, test } from 'vitest';
import { noFacts } from './cell-facts';
import { closestPair, overlapOf } from './overlap';
import type { Profile } from './profiles';

const headings = ['drugs', 'firearms', 'violence', 'fraud'].map((key) => ({ key, name: key }));
const tagged = (rows: bigint, count = 1): Profile => ({
  ...{ kind: 'question', rows, columns: rows, count },
  ...noFacts(),
});

describe('overlap', () => {
  test('an item tagged three ways adds one to three pairs and one to the total', () => {
    const { cells, total, several } = overlapOf([tagged(0b0111n)], headings);
    const pairs = cells.flatMap((line, at) => line.filter((count, beside) => beside > at && count > 0));
    expect(pairs).toEqual([1, 1, 1]);
    expect(total).toBe(1);
    expect(several).toBe(1);
  });

  test('what stands at one heading or none adds to no pair, and counts once', () => {
    const overlap = overlapOf([tagged(0b1000n, 4), tagged(0n, 2), tagged(0b0011n, 3)], headings);
    expect(overlap).toMatchObject({ total: 9, several: 3 });
    expect(overlap.cells[3]).toEqual([0, 0, 0, 4]);
    expect(overlap.cells[0]?.[1]).toBe(overlap.cells[1]?.[0]);
    expect(closestPair(overlap)).toEqual({ one: 'drugs', other: 'firearms', count: 3 });
    expect(closestPair(overlapOf([tagged(1n)], headings))).toBeNull();
  });
});
