import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, inMillionths, type AssignmentProblem, type Pair } from './assignment-problem';
import { solveAssignment } from './solve-assignment';

/** All sets of so many assessors. */
const subsets = (from: number[], size: number): number[][] =>
  size === 0
    ? [[]]
    : from.flatMap((one, at) => subsets(from.slice(at + 1), size - 1).map((rest) => [one, ...rest]));

interface Found {
  pairs: Pair[];
  sums: number[];
  loads: number[];
  without: number;
}

/** Every assignment that keeps all rules, with as many on each bid as are asked for. */
function everyAssignment(problem: AssignmentProblem): Found[] {
  const { similarity, places, capacities, apart = [], kept = [], experts } = problem;
  let found: Found[] = [{ pairs: [], sums: [], loads: capacities.map(() => 0), without: 0 }];
  similarity.forEach((row, bid) => {
    const keeps = kept.flatMap(([one, who]) => (one === bid ? [who] : []));
    const able = row.flatMap((value, who) => (value === null && !keeps.includes(who) ? [] : [who]));
    const sets = subsets(able, places).filter(
      (set) =>
        keeps.every((who) => set.includes(who)) &&
        !apart.some(
          ([a, b]) => set.includes(a) && set.includes(b) && !(keeps.includes(a) && keeps.includes(b)),
        ),
    );
    found = found.flatMap((before) =>
      sets.flatMap((set) => {
        const loads = before.loads.map((load, who) => load + (set.includes(who) ? 1 : 0));
        if (loads.some((load, who) => load > (capacities[who] ?? 0))) return [];
        const sum = set.reduce((total, who) => total + inMillionths(row[who] ?? 0), 0);
        const without = experts && !set.some((who) => experts[bid]?.includes(who)) ? 1 : 0;
        return [
          {
            pairs: [...before.pairs, ...set.map((who): Pair => [bid, who])],
            sums: [...before.sums, sum],
            loads,
            without: before.without + without,
          },
        ];
      }),
    );
  });
  return found;
}

const totalOf = ({ sums }: Found) => sums.reduce((total, sum) => total + sum, 0);
const unevenness = (loads: number[]) => loads.reduce((sum, load) => sum + load * load, 0);
const millionths = (value: number) => Math.round(value * 1_000_000);

/** Values of a few steps, so that there are ties. */
const problems = fc
  .record({
    bids: fc.integer({ min: 1, max: 4 }),
    assessors: fc.integer({ min: 2, max: 4 }),
    places: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ bids, assessors, places }) => {
    const who = fc.integer({ min: 0, max: assessors - 1 });
    const row = fc.array(fc.option(fc.constantFrom(0, 0.2, 0.25, 0.5, 0.9, 1), { freq: 6 }), {
      minLength: assessors,
      maxLength: assessors,
    });
    return fc.record({
      similarity: fc.array(row, { minLength: bids, maxLength: bids }),
      places: fc.constant(places),
      capacities: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: assessors, maxLength: assessors }),
      experts: fc.option(fc.array(fc.uniqueArray(who), { minLength: bids, maxLength: bids }), {
        nil: undefined,
      }),
      apart: fc.array(
        fc.tuple(who, who).filter(([a, b]) => a !== b),
        { maxLength: 2 },
      ),
    });
  });

describe('on every small instance, against all assignments there are', () => {
  test('as many experts, then the greatest total, then the most even loads', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const every = everyAssignment(problem);
        const solved = solveAssignment(problem, 'never');
        expect(solved.proven).toBe(true);
        expect(solved.short.length > 0).toBe(every.length === 0);
        if (every.length === 0) return;
        const without = Math.min(...every.map((one) => one.without));
        const able = every.filter((one) => one.without === without);
        const total = Math.max(...able.map(totalOf));
        const even = Math.min(
          ...able.filter((one) => totalOf(one) === total).map(({ loads }) => unevenness(loads)),
        );
        expect(solved.figures.withoutExpert).toHaveLength(without);
        expect([millionths(solved.figures.total), unevenness(solved.figures.loads)]).toEqual([total, even]);
      }),
      { numRuns: 400 },
    );
  });

  test('the greatest floor there is, then the greatest total under it', () => {
    fc.assert(
      fc.property(problems, ({ experts: _, ...problem }) => {
        const every = everyAssignment(problem);
        fc.pre(every.length > 0);
        const solved = solveAssignment(problem, 'always');
        const floor = Math.max(...every.map(({ sums }) => Math.min(...sums)));
        const total = Math.max(...every.filter(({ sums }) => Math.min(...sums) === floor).map(totalOf));
        expect(solved.proven).toBe(true);
        expect([millionths(solved.figures.worst * problem.places), millionths(solved.figures.total)]).toEqual(
          [floor, total],
        );
      }),
      { numRuns: 300 },
    );
  });

  test('is proven where many floors between the sums that bids can have would be tried in vain', () => {
    const similarity = [
      [null, 1, null, 0],
      [0, 1, 0.2, 0.2],
      [0.2, 0.9, 0.2, 0],
    ];
    const solved = solveAssignment({ similarity, places: 2, capacities: [1, 2, 2, 3] }, 'always');
    expect(solved).toMatchObject({ proven: true, figures: { total: 2.6, worst: 0.2 } });
  });

  test('with empty places, as many are filled as can be', () => {
    fc.assert(
      fc.property(problems, ({ apart: _, experts: __, ...problem }) => {
        const solved = solveAssignment(problem);
        const most = mostFilled(problem);
        expect(solved.pairs).toHaveLength(most);
        expect(solved.short.reduce((sum, { missing }) => sum + missing, 0)).toBe(
          problem.places * problem.similarity.length - most,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('the same problem has the same answer, whatever was solved before', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(solveAssignment(problem)).toEqual(solveAssignment(structuredClone(problem)));
      }),
      { numRuns: 50 },
    );
  });
});

/** By trying every way to fill one bid after another. */
function mostFilled(
  { similarity, places, capacities }: AssignmentProblem,
  bid = 0,
  loads = capacities,
): number {
  const row = similarity[bid];
  if (!row) return 0;
  const able = row.flatMap((value, who) => (value !== null && (loads[who] ?? 0) > 0 ? [who] : []));
  let most = 0;
  for (let size = 0; size <= Math.min(places, able.length); size++)
    for (const set of subsets(able, size)) {
      const left = loads.map((load, who) => load - (set.includes(who) ? 1 : 0));
      most = Math.max(most, size + mostFilled({ similarity, places, capacities }, bid + 1, left));
    }
  return most;
}

describe('one assignment', () => {
  const base = {
    similarity: [
      [0.9, 0.8, 0.1],
      [0.8, 0.2, 0.1],
    ],
    places: 1,
    capacities: [1, 1, 1],
  };

  test('takes the greatest total, where the greedy way takes 0.9 and is left with 0.2', () => {
    const { pairs, figures } = solveAssignment(base);
    expect(pairs).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(figures).toMatchObject({ total: 1.6, worst: 0.8, loads: [1, 1, 0] });
  });

  test('leaves what has begun, even where it is barred by now or above the cap', () => {
    const begun = { ...base, kept: [[0, 2] as const, [1, 2] as const] };
    expect(solveAssignment(begun).pairs).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const barred = {
      ...base,
      similarity: [[0.9, 0.8, null], base.similarity[1] ?? []],
      kept: [[0, 2] as const],
    };
    expect(solveAssignment(barred).pairs).toEqual([
      [0, 2],
      [1, 0],
    ]);
  });

  test('keeps two people apart, and says so where that leaves a place empty', () => {
    const two = { similarity: [[0.9, 0.8, 0.1]], places: 2, capacities: [1, 1, 1] };
    expect(solveAssignment({ ...two, apart: [[0, 1]] }).pairs).toEqual([
      [0, 0],
      [0, 2],
    ]);
    const all = solveAssignment({
      ...two,
      apart: [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    });
    expect(all.pairs).toEqual([[0, 0]]);
    expect(all.short).toEqual([{ bid: 0, missing: 1, able: 3, full: [] }]);
  });

  test('names the bid that is short, and who of those able is full', () => {
    const { short, pairs } = solveAssignment({
      similarity: [
        [0.9, null],
        [0.5, 0.4],
      ],
      places: 2,
      capacities: [1, 1],
    });
    expect(pairs).toHaveLength(2);
    expect(short.map(({ bid, missing, able, full }) => [bid, missing, able, full])).toEqual([
      [0, 1, 1, []],
      [1, 1, 2, [0]],
    ]);
  });

  test('lifts the worst bid where it stands below what it could have, and tells what that costs', () => {
    const unfair = {
      similarity: [
        [0.6, 0.5],
        [0.9, 0.3],
      ],
      places: 1,
      capacities: [1, 1],
    };
    const solved = solveAssignment(unfair);
    expect(solved.figures).toMatchObject({ total: 1.4, worst: 0.5 });
    const pressed = solveAssignment({
      ...unfair,
      similarity: [
        [0.6, 0.2],
        [0.9, 0.55],
      ],
    });
    expect(pressed.figures).toMatchObject({ total: 1.15, worst: 0.55 });
    const lifted = solveAssignment({
      ...unfair,
      similarity: [
        [0.4, 0.2],
        [0.9, 0.45],
      ],
    });
    expect(lifted.figures).toMatchObject({ total: 0.85, worst: 0.4 });
    expect(lifted.withoutFloor).toMatchObject({ total: 1.1, worst: 0.2 });
  });

  test('of nothing is empty', () => {
    expect(solveAssignment({ similarity: [], places: 3, capacities: [2] })).toMatchObject({
      pairs: [],
      short: [],
    });
    expect(figuresOf({ similarity: [], places: 3, capacities: [] }, []).total).toBe(0);
  });
});
