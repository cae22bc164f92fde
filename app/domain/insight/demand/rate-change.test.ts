import { describe, expect, test } from 'vitest';
import { BASELINE, chanceOf, changesIn } from './rate-change';

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Knuth's draw from a Poisson distribution. */
function poisson(mean: number, next: () => number): number {
  const floor = Math.exp(-mean);
  let [count, product] = [0, next()];
  while (product > floor) {
    count += 1;
    product *= next();
  }
  return count;
}

const series = (length: number, mean: (at: number) => number, seed: number): number[] => {
  const next = drawn(seed);
  return Array.from({ length }, (_, at) => poisson(mean(at), next));
};

describe('a change of demand', () => {
  test('a step is called in the very period where it begins, up and down', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const up = changesIn(
        series(36, (at) => (at < 20 ? 5 : 24), seed),
        1000,
      );
      expect(up.findIndex((one) => one !== null)).toBe(20);
      expect(up[20]).toMatchObject({ direction: 'up', first: true });
      const down = changesIn(
        series(36, (at) => (at < 25 ? 40 : 8), seed),
        1000,
      );
      expect(down.findIndex((one) => one !== null)).toBe(25);
      expect(down[25]?.direction).toBe('down');
    }
  });

  test('of 200 series without a change at least 95 in 100 are called nowhere', () => {
    for (const mean of [2, 10, 40]) {
      const quiet = Array.from({ length: 200 }, (_, seed) =>
        changesIn(
          series(36, () => mean, seed + 1),
          1000,
        ).every((one) => one === null),
      );
      expect(quiet.filter(Boolean).length, `mean ${mean}`).toBeGreaterThanOrEqual(190);
    }
  });

  test('the periods that only serve as a measure are never called, nor what has nothing in it', () => {
    expect(changesIn([0, 0, 99, 0], 100)).toEqual([null, null, null, null]);
    expect(changesIn(Array<number>(30).fill(0), 100).every((one) => one === null)).toBe(true);
    const from0 = changesIn([...Array<number>(BASELINE).fill(0), 4], 100);
    expect(from0.at(-1)?.direction).toBe('up');
  });

  test('a stricter threshold calls no more, and a run is called first once', () => {
    const counts = [...Array<number>(12).fill(4), 14, 15, 14];
    const called = (threshold: 100 | 10_000) => changesIn(counts, threshold).filter((one) => one !== null);
    expect(called(10_000).length).toBeLessThanOrEqual(called(100).length);
    expect(called(100).map((one) => one.first)).toEqual([true, false, false].slice(0, called(100).length));
  });

  test('the chance is that of the binomial by hand', () => {
    expect(chanceOf(2, 0).up).toBeCloseTo((1 / 13) ** 2, 12);
    expect(chanceOf(0, 2).down).toBeCloseTo((12 / 13) ** 2, 12);
    expect(chanceOf(1, 1).up).toBeCloseTo(1 - (12 / 13) ** 2, 12);
  });
});
