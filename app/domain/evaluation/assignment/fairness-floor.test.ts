import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BrokenRule } from './branch-and-bound';
import { mostForWorst, withFloor, worstSum } from './fairness-floor';
import { assessorsOfBid, copyOf, edgeAt, TAKEN, worthOf, type Edge, type Network } from './flow-network';
import { solvedNetwork } from './network-of';
import { bar } from './shortest-path';
import type { AssignmentProblem } from './assignment-problem';

const never: BrokenRule = () => null;

function solved(problem: AssignmentProblem) {
  const found = solvedNetwork(problem);
  if (!found) throw new Error('not every place can be filled');
  return found;
}

const problemOf = (
  similarity: (number | null)[][],
  over: Partial<AssignmentProblem> = {},
): AssignmentProblem => ({
  similarity,
  places: 1,
  capacities: (similarity[0] ?? []).map(() => 1),
  ...over,
});

/** By bid who is on it, and what the worst and all bids have together in similarity. */
function floored(problem: AssignmentProblem, rule = never) {
  const { net, unit } = solved(problem);
  const found = withFloor(net, net, rule, unit);
  const share = (sum: number) => Math.round(sum / unit) / 1_000_000;
  return {
    proven: found.proven,
    people:
      found.best && Array.from({ length: net.bids }, (_, bid) => assessorsOfBid(found.best as Network, bid)),
    worst: found.best && share(worstSum(found.best)),
    before: share(worstSum(net)),
  };
}

describe('what the worst bid could have', () => {
  const most = (problem: AssignmentProblem) => {
    const { net, unit } = solved(problem);
    return Math.round(mostForWorst(net) / unit) / 1_000_000;
  };

  test.each<[string, AssignmentProblem, number]>([
    [
      'is the best that the poorest bid knows',
      problemOf([
        [0.9, 0.4],
        [0.3, 0.2],
      ]),
      0.3,
    ],
    ['is of all its places together', problemOf([[0.9, 0.4, 0.3]], { places: 2 }), 1.3],
    [
      'takes nobody whom it may not meet',
      problemOf([
        [null, 0.4],
        [0.9, 0.8],
      ]),
      0.4,
    ],
    [
      'counts kept work, though others are worth more',
      problemOf([[0.9, 0.1]], { kept: [[0, 1] as const] }),
      0.1,
    ],
    [
      'fills what is left beside kept work with the best',
      problemOf([[0.9, 0.5, 0.1]], { places: 2, kept: [[0, 2] as const] }),
      1,
    ],
    [
      'counts all that is kept, though it is more than there are places',
      problemOf([[0.9, 0.5, 0.1]], { kept: [[0, 1] as const, [0, 2] as const] }),
      0.6,
    ],
  ])('%s', (_, problem, expected) => {
    expect(most(problem)).toBe(expected);
  });

  test('falls with what is barred on the way, and is no bound without bids', () => {
    const { net } = solved(problemOf([[0.9, 0.4]]));
    const whole = mostForWorst(net);
    expect(bar(net, 0, 0)).toBe(true);
    expect(mostForWorst(net)).toBeLessThan(whole);
    expect(mostForWorst(solved({ similarity: [], places: 2, capacities: [1] }).net)).toBe(Infinity);
  });
});

describe('a floor under the worst bid', () => {
  test('is raised at the cost of the total, and no further than one may', () => {
    const raised = floored(
      problemOf([
        [0.4, 0.2],
        [0.9, 0.45],
      ]),
    );
    expect(raised).toEqual({ proven: true, people: [[0], [1]], worst: 0.4, before: 0.2 });
    const asGoodAsCan = floored(
      problemOf([
        [0.4, 0.4],
        [0.9, 0.8],
      ]),
    );
    expect(asGoodAsCan).toMatchObject({ people: [[1], [0]], worst: 0.4, before: 0.4 });
  });

  test('is found by halving where the bound cannot be reached', () => {
    // Each bid alone could have 0.9, but only one of them can.
    const problem = problemOf([
      [0.9, 0.5, 0.1],
      [0.9, 0.1, 0.45],
    ]);
    expect(floored(problem)).toMatchObject({ proven: true, people: [[1], [0]], worst: 0.5 });
    const three = problemOf([
      [0.9, 0.5, 0.1],
      [0.9, 0.1, 0.45],
      [0.9, 0.3, 0.3],
    ]);
    expect(floored(three)).toMatchObject({ proven: true, worst: 0.45, people: [[1], [2], [0]] });
  });

  test('never moves kept work, however little it is worth', () => {
    const kept = [[0, 1] as const];
    expect(
      floored(
        problemOf(
          [
            [0.9, 0],
            [0.8, 0.7],
          ],
          { kept },
        ),
      ),
    ).toMatchObject({
      people: [[1], [0]],
      worst: 0,
    });
  });

  test('holds beside a rule about who sits together', () => {
    const problem = problemOf([[0.9, 0.8, 0.2]], { places: 2 });
    const rule: BrokenRule = (net) => {
      const edges = [[0, 0] as Edge, [0, 1] as Edge];
      return edges.every(([bid, who]) => net.state[edgeAt(net, bid, who)] === TAKEN) ? edges : null;
    };
    const { net, unit } = solved(problem);
    const start = copyOf(net);
    expect(bar(start, 0, 1)).toBe(true);
    const { best, proven } = withFloor(net, start, rule, unit);
    expect([best && assessorsOfBid(best, 0), proven]).toEqual([[0, 2], true]);
  });
});

const small = fc
  .record({ bids: fc.integer({ min: 1, max: 4 }), extra: fc.integer({ min: 0, max: 1 }) })
  .chain(({ bids, extra }) =>
    fc.array(
      fc.array(
        fc.integer({ min: 0, max: 20 }).map((value) => value / 20),
        {
          minLength: bids + extra,
          maxLength: bids + extra,
        },
      ),
      { minLength: bids, maxLength: bids },
    ),
  );

/** All ways to give each bid somebody of their own. */
const everyWay = (bids: number, people: number): number[][] =>
  bids === 0
    ? [[]]
    : everyWay(bids - 1, people).flatMap((before) =>
        Array.from({ length: people }, (_, who) => who)
          .filter((who) => !before.includes(who))
          .map((who) => [...before, who]),
      );

test('on every small instance is the highest there is, with the greatest total above it', () => {
  fc.assert(
    fc.property(small, (similarity) => {
      const ways = everyWay(similarity.length, similarity[0]?.length ?? 0).map((way) =>
        way.map((who, bid) => Math.round((similarity[bid]?.[who] ?? 0) * 20)),
      );
      const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
      const floor = Math.max(...ways.map((values) => Math.min(...values)));
      const most = Math.max(...ways.filter((values) => Math.min(...values) === floor).map(total));
      const { net, unit } = solved(problemOf(similarity));
      const { best, proven } = withFloor(net, net, never, unit);
      if (!best) throw new Error('the flow at hand keeps its own floor');
      const values = Array.from({ length: best.bids }, (_, bid) =>
        Math.round((similarity[bid]?.[assessorsOfBid(best, bid)[0] ?? -1] ?? 0) * 20),
      );
      expect([proven, Math.min(...values), total(values)]).toEqual([true, floor, most]);
      expect(worstSum(best)).toBeLessThanOrEqual(mostForWorst(net));
      expect(worthOf(best)).toBeLessThanOrEqual(worthOf(net));
    }),
    { numRuns: 200 },
  );
});
