import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, inMillionths, type AssignmentProblem, type Pair } from './assignment-problem';
import { solveAssignment, type Assignment } from './solve-assignment';

/** Every rule that a person could check by hand; what is broken, in words. */
function brokenRules(problem: AssignmentProblem, { pairs, figures, short }: Assignment): string[] {
  const { similarity, places, capacities, kept = [], apart = [] } = problem;
  const keeps = new Set(kept.map(([bid, who]) => `${bid} ${who}`));
  const names = pairs.map(([bid, who]) => `${bid} ${who}`);
  const on = similarity.map((_, bid) => pairs.flatMap(([one, who]) => (one === bid ? [who] : [])));
  const keptOn = (bid: number) => [...keeps].filter((key) => key.startsWith(`${bid} `)).length;
  const keptBy = (who: number) => [...keeps].filter((key) => key.endsWith(` ${who}`)).length;
  const broken = [
    new Set(names).size < names.length && 'somebody is twice on one bid',
    [...keeps].some((key) => !names.includes(key)) && 'kept work is gone',
    pairs.some(([bid, who]) => similarity[bid]?.[who] === null && !keeps.has(`${bid} ${who}`)) &&
      'a barred pair meets',
    capacities.some((most, who) => (figures.loads[who] ?? 0) > Math.max(most, keptBy(who))) &&
      'somebody has more than they take',
    on.some((people, bid) => people.length > Math.max(places, keptOn(bid))) && 'a bid has too many',
    apart.some(([one, other]) =>
      on.some(
        (people, bid) =>
          people.includes(one) &&
          people.includes(other) &&
          !(keeps.has(`${bid} ${one}`) && keeps.has(`${bid} ${other}`)),
      ),
    ) && 'two who are kept apart sit together',
    short.some(({ bid, missing }) => missing !== places - (on[bid]?.length ?? 0)) && 'a gap is miscounted',
    on.some((people, bid) => people.length < places && !short.some((one) => one.bid === bid)) &&
      'a gap is not told',
    short.some(({ full }) => full.some((who) => (figures.loads[who] ?? 0) < (capacities[who] ?? 0))) &&
      'somebody is called full who is not',
  ];
  return broken.filter((one) => one !== false);
}

const hard = fc
  .record({
    bids: fc.integer({ min: 1, max: 5 }),
    people: fc.integer({ min: 2, max: 5 }),
    places: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ bids, people, places }) => {
    const who = fc.nat(people - 1);
    const rows = fc.array(
      fc.array(fc.option(fc.constantFrom(0, 0.1, 0.3, 0.5, 0.75, 1), { freq: 3 }), {
        minLength: people,
        maxLength: people,
      }),
      { minLength: bids, maxLength: bids },
    );
    return fc.record({
      similarity: rows,
      places: fc.constant(places),
      capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: people, maxLength: people }),
      kept: fc.array(fc.tuple(fc.nat(bids - 1), who), { maxLength: 4 }),
      apart: fc.array(
        fc.tuple(who, who).filter(([a, b]) => a !== b),
        { maxLength: 3 },
      ),
      experts: fc.option(fc.array(fc.uniqueArray(who), { minLength: bids, maxLength: bids }), {
        nil: undefined,
      }),
    });
  })
  .map(({ experts, ...problem }): AssignmentProblem => (experts ? { ...problem, experts } : problem));

describe('whatever is asked', () => {
  test('no rule is broken: caps, bars, kept work, people kept apart, and gaps are told', () => {
    fc.assert(
      fc.property(hard, fc.constantFrom('where unfair', 'always', 'never'), (problem, floor) => {
        expect(brokenRules(problem, solveAssignment(problem, floor))).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test('who would sit beside kept work from which they are kept apart stays away, however many they are', () => {
    const none = [null, null, null];
    const problem: AssignmentProblem = {
      similarity: [none, none, [0, null, 0]],
      places: 3,
      capacities: [1, 0, 1],
      kept: [[2, 1]],
      apart: [
        [0, 2],
        [2, 1],
        [0, 1],
      ],
    };
    expect(solveAssignment(problem).pairs).toEqual([[2, 1]]);
  });

  test('the figures are those of the pairs', () => {
    fc.assert(
      fc.property(hard, (problem) => {
        const { pairs, figures, short } = solveAssignment(problem);
        expect(figures).toEqual(figuresOf(problem, pairs.toReversed()));
        const sums = problem.similarity.map((row, bid) =>
          pairs.reduce((sum, [one, who]) => sum + (one === bid ? inMillionths(row[who] ?? 0) : 0), 0),
        );
        expect(Math.round(figures.total * 1e6)).toBe(sums.reduce((sum, one) => sum + one, 0));
        expect(Math.round(figures.worst * problem.places * 1e6)).toBe(Math.min(...sums));
        expect(sums[figures.worstBid]).toBe(Math.min(...sums));
        if (short.length === 0) expect(pairs.length).toBeGreaterThanOrEqual(sums.length * problem.places);
      }),
      { numRuns: 150 },
    );
  });

  test('who stands where in the list decides nothing but ties', () => {
    fc.assert(
      fc.property(hard, (problem) => {
        const last = problem.capacities.length - 1;
        const turn = ([bid, who]: Pair): Pair => [bid, last - who];
        const turned: AssignmentProblem = {
          ...problem,
          similarity: problem.similarity.map((row) => row.toReversed()),
          capacities: problem.capacities.toReversed(),
          kept: (problem.kept ?? []).map(turn),
          apart: (problem.apart ?? []).map(([a, b]) => [last - a, last - b] as const),
          ...(problem.experts ? { experts: problem.experts.map((row) => row.map((who) => last - who)) } : {}),
        };
        const [one, other] = [solveAssignment(problem, 'never'), solveAssignment(turned, 'never')];
        const told = ({ pairs, figures, proven }: Assignment) => [
          pairs.length,
          figures.withoutExpert.length,
          Math.round(figures.total * 1e6),
          proven,
        ];
        expect(told(one)).toEqual(told(other));
      }),
      { numRuns: 150 },
    );
  });

  test('one more who could assess never makes the total less', () => {
    fc.assert(
      fc.property(hard, ({ experts: _, ...problem }) => {
        const before = solveAssignment(problem, 'never');
        const more: AssignmentProblem = {
          ...problem,
          similarity: problem.similarity.map((row) => [...row, 0.2]),
          capacities: [...problem.capacities, 2],
        };
        const after = solveAssignment(more, 'never');
        expect(after.pairs.length).toBeGreaterThanOrEqual(before.pairs.length);
        if (after.pairs.length === before.pairs.length)
          expect(after.figures.total).toBeGreaterThanOrEqual(before.figures.total);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what cannot be done', () => {
  const two = [
    [0.5, 0.4],
    [0.3, 0.2],
  ];
  test.each<[string, AssignmentProblem, number[][], number[][]]>([
    [
      'nobody is there',
      { similarity: [[], []], places: 2, capacities: [] },
      [],
      [
        [0, 2, 0],
        [1, 2, 0],
      ],
    ],
    [
      'nobody takes a bid',
      { similarity: two, places: 1, capacities: [0, 0] },
      [],
      [
        [0, 1, 2],
        [1, 1, 2],
      ],
    ],
    [
      'nobody may meet any bid',
      { similarity: [[null, null]], places: 1, capacities: [3, 3] },
      [],
      [[0, 1, 0]],
    ],
    [
      'more are asked for than there are',
      { similarity: two, places: 5, capacities: [9, 9] },
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      [
        [0, 3, 2],
        [1, 3, 2],
      ],
    ],
  ])('is told where %s', (_, problem, pairs, short) => {
    const solved = solveAssignment(problem);
    expect(solved.pairs).toEqual(pairs);
    expect(solved.short.map(({ bid, missing, able }) => [bid, missing, able])).toEqual(short);
    expect(solved.withoutFloor).toBeNull();
  });

  test('is spread: no bid goes empty while another has all its places', () => {
    const similarity = Array.from({ length: 4 }, () => [0.9, 0.8, 0.7]);
    const { pairs, short } = solveAssignment({ similarity, places: 2, capacities: [2, 2, 1] });
    expect(pairs).toHaveLength(5);
    expect(short.map(({ missing }) => missing)).toEqual([1, 1, 1]);
  });

  test('leaves two together only where both have begun', () => {
    const problem = { similarity: [[0.9, 0.8, 0.1]], places: 3, capacities: [1, 1, 1] };
    const apart = [[0, 1] as const];
    expect(solveAssignment({ ...problem, apart }).pairs).toEqual([
      [0, 0],
      [0, 2],
    ]);
    const kept = [[0, 1] as const];
    expect(solveAssignment({ ...problem, apart, kept }).pairs).toEqual([
      [0, 1],
      [0, 2],
    ]);
    const both = [[0, 0] as const, [0, 1] as const];
    expect(solveAssignment({ ...problem, apart, kept: both }).pairs).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
  });

  test('work that is kept above every limit stays, and nothing is called short by it', () => {
    const kept = [[0, 0] as const, [0, 1] as const, [1, 0] as const];
    const solved = solveAssignment({ similarity: two, places: 1, capacities: [1, 1], kept });
    expect(solved.pairs).toEqual(kept);
    expect([solved.short, solved.figures.loads]).toEqual([[], [2, 1]]);
  });
});

describe('large and awkward', () => {
  test('keeps people apart where all are kept from all, though the search ends at its limit', () => {
    const people = Array.from({ length: 12 }, (_, who) => who);
    const problem: AssignmentProblem = {
      similarity: Array.from({ length: 8 }, (_, bid) => people.map((who) => ((bid * 7 + who * 5) % 11) / 11)),
      places: 4,
      capacities: people.map(() => 4),
      apart: people.flatMap((one) => people.slice(one + 1).map((other) => [one, other] as const)),
    };
    const solved = solveAssignment(problem);
    expect(brokenRules(problem, solved)).toEqual([]);
    expect(solved.pairs.every(([bid], at) => at === 0 || bid !== solved.pairs[at - 1]?.[0])).toBe(true);
  });

  test('stays exact where somebody takes any number of bids', () => {
    const similarity = [
      [0.500001, 0.5],
      [0.5, 0.500001],
      [0.500002, 0.500001],
    ];
    const solved = solveAssignment({ similarity, places: 1, capacities: [1_000_000, 1_000_000] });
    expect(solved.pairs).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
    expect(solved.figures.total).toBe(1.500004);
  });

  test('fills what can be filled of hundreds of bids with experts asked for', () => {
    const similarity = Array.from({ length: 300 }, (_, bid) =>
      Array.from({ length: 10 }, (__, who) => (bid % 10 === who ? null : ((bid + who) % 5) / 5)),
    );
    const experts = similarity.map((_, bid) => [(bid + 1) % 10]);
    const problem = { similarity, places: 2, capacities: Array.from({ length: 10 }, () => 40), experts };
    const solved = solveAssignment(problem);
    expect(brokenRules(problem, solved)).toEqual([]);
    expect(solved.pairs).toHaveLength(400);
    expect(Math.max(...solved.short.map(({ missing }) => missing))).toBe(1);
  });
});
