import { searchBest, type BrokenRule, type Searched } from './branch-and-bound';
import {
  assessorsOfBid,
  copyOf,
  edgeAt,
  KEPT,
  NEVER,
  OPEN,
  sumsOf,
  TAKEN,
  type Edge,
  type Network,
} from './flow-network';
import { bar } from './shortest-path';

const worthAt = (net: Network, bid: number, assessor: number): number =>
  net.gain[edgeAt(net, bid, assessor)] as number;

export const worstSum = (net: Network): number => sumsOf(net).reduce((a, b) => Math.min(a, b), Infinity);

const isPossible = (net: Network, edge: number): boolean =>
  net.gain[edge] !== NEVER && (net.state[edge] === OPEN || net.state[edge] === TAKEN);

interface Reach {
  /** What the bid keeps whatever happens, and the best of what is open, best first. */
  kept: number;
  open: number[];
  left: number;
}

function reachOf(net: Network, bid: number): Reach {
  const open: number[] = [];
  let [kept, left] = [0, net.places[bid] as number];
  for (let edge = edgeAt(net, bid, 0); edge < edgeAt(net, bid + 1, 0); edge++) {
    if (net.state[edge] === KEPT) {
      kept += net.gain[edge] as number;
      left--;
    } else if (isPossible(net, edge)) open.push(net.gain[edge] as number);
  }
  return { kept, open: open.sort((a, b) => b - a), left: Math.max(0, left) };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** No solution gives the bid more: what it keeps and the best of what is open to it. */
function mostOf({ kept, open, left }: Reach): number {
  return kept + sumOf(open.slice(0, left));
}

/** The lowest of what each bid could have at best: no floor lies above it. O(bids × assessors log assessors). */
export function mostForWorst(net: Network): number {
  let most = Infinity;
  for (let bid = 0; bid < net.bids; bid++) most = Math.min(most, mostOf(reachOf(net, bid)));
  return most;
}

/** The flow without edges that leave their bid below the floor whatever else it has; null where none is left. */
function tightened(root: Network, floor: number): Network | null {
  const net = copyOf(root);
  for (let bid = 0; bid < net.bids; bid++) {
    const { kept, open, left } = reachOf(net, bid);
    const least = floor - kept - sumOf(open.slice(0, Math.max(0, left - 1)));
    for (let assessor = 0; assessor < net.assessors; assessor++) {
      const edge = edgeAt(net, bid, assessor);
      if (isPossible(net, edge) && (net.gain[edge] as number) < least && !bar(net, bid, assessor))
        return null;
    }
  }
  return net;
}

/** The bid that is furthest below the floor: one of its edges has to go, the least worthy first. */
const belowFloor =
  (floor: number): BrokenRule =>
  (net) => {
    let [worst, least] = [-1, floor];
    sumsOf(net).forEach((sum, bid) => {
      if (sum < least) [worst, least] = [bid, sum];
    });
    if (worst < 0) return null;
    if (mostOf(reachOf(net, worst)) < floor) return [];
    return assessorsOfBid(net, worst)
      .filter((assessor) => net.state[edgeAt(net, worst, assessor)] === TAKEN)
      .sort((a, b) => worthAt(net, worst, a) - worthAt(net, worst, b))
      .map((assessor): Edge => [worst, assessor]);
  };

/** A rule that holds beside the floor, such as people who never sit together. */
const both =
  (one: BrokenRule, other: BrokenRule): BrokenRule =>
  (net) =>
    one(net) ?? other(net);

const BRANCHES = { feasible: 400, best: 300 };
/** Beyond so many sets of assessors their sums are not listed. */
const MOST_SETS = 20_000;

/** What a bid can have at all, in ascending order: a floor is one of these. Null where they are too many to list. */
function possibleSums(net: Network): number[] | null {
  const sums = new Set<number>();
  let sets = 0;
  for (let bid = 0; bid < net.bids; bid++) {
    const { kept, open, left } = reachOf(net, bid);
    let made = [{ sum: kept, next: 0 }];
    for (let place = 0; place < left; place++) {
      sets += made.reduce((count, { next }) => count + open.length - next, 0);
      if (sets > MOST_SETS) return null;
      made = made.flatMap(({ sum, next }) =>
        open.slice(next).map((gain, at) => ({ sum: sum + gain, next: next + at + 1 })),
      );
    }
    for (const { sum } of made) sums.add(sum);
  }
  return [...sums].sort((a, b) => a - b);
}

/** The floors left to try between what is reached and what no solution exceeds; every unit where sums are not listed. */
function floorsOf(net: Network, unit: number) {
  const sums = possibleSums(net);
  return {
    below: (floor: number) => sums?.findLast((sum) => sum < floor) ?? floor - unit,
    between: (low: number, high: number) => {
      const within = sums?.filter((sum) => sum > low && sum <= high) ?? [];
      return within[within.length >> 1] ?? low + Math.ceil((high - low) / 2 / unit) * unit;
    },
  };
}

/**
 * The greatest floor under the worst bid's sum for which a flow exists, then the greatest worth under it. The upper
 * bound is tried first, since mostly one bid has few good assessors whom others do not need; then bisection, over
 * the sums that bids can have where these are few.
 * `root` is optimal without the rule, `start` the best that keeps it.
 */
export function withFloor(
  root: Network,
  start: Network,
  rule: BrokenRule,
  unit: number,
): Pick<Searched, 'best' | 'proven'> {
  let [low, high] = [worstSum(start), mostForWorst(root)];
  const floors = floorsOf(root, unit);
  let proven = true;
  let floor = high;
  let left = BRANCHES.feasible;
  while (low < high) {
    const tight = tightened(root, floor);
    const broken = both(rule, belowFloor(floor));
    const {
      best,
      proven: known,
      branches,
    } = tight
      ? searchBest(tight, broken, { most: Math.ceil(left / 4), first: true })
      : { best: null, proven: true, branches: 0 };
    left -= branches;
    if (best) low = worstSum(best);
    else {
      high = Math.max(low, floors.below(floor));
      proven &&= known;
    }
    floor = floors.between(low, high);
  }
  const tight = tightened(root, low);
  const found = tight && searchBest(tight, both(rule, belowFloor(low)), { most: BRANCHES.best });
  return { best: found?.best ?? null, proven: proven && (found?.proven ?? false) };
}
