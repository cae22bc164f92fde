import { figuresOf, type AssignmentFigures, type AssignmentProblem, type Pair } from './assignment-problem';
import { searchBest, type BrokenRule } from './branch-and-bound';
import { mostForWorst, withFloor, worstSum } from './fairness-floor';
import { assessorsOfBid, edgeAt, TAKEN, type Edge, type Network } from './flow-network';
import { solvedNetwork, type Solved } from './network-of';

/** Below this share of what the worst bid could have, its floor is raised before the total counts. */
export const FAIR_SHARE = 0.95;
const MOST_BRANCHES = 2000;

export interface ShortBid {
  bid: number;
  missing: number;
  /** Assessors who may meet this bid; of them, those who are not on it because they are full. */
  able: number;
  full: number[];
}

export interface Assignment {
  pairs: Pair[];
  figures: AssignmentFigures;
  /** What the greatest total without the fairness floor comes to; null where no floor was needed. */
  withoutFloor: AssignmentFigures | null;
  /** Bids with empty places; the pairs are then the best that fill as many places as can be filled. */
  short: ShortBid[];
  /** False where a search ended at its limit, so that a better assignment may exist. */
  proven: boolean;
}

/**
 * Who assesses what: as many places filled as possible, an expert on as many bids as possible, the greatest total
 * similarity, then even loads. Without pairs kept apart this is one flow, O(places × bids × assessors) at worst
 * (Ahuja, Magnanti and Orlin 1993, §9.7); the fairness floor is that of Stelmakh, Shah and Singh 2021, held exactly.
 */
export function solveAssignment(
  problem: AssignmentProblem,
  floor: 'where unfair' | 'always' | 'never' = 'where unfair',
): Assignment {
  const apart = apartRule(problem);
  const solved = solvedNetwork(problem);
  const found = solved && searchBest(solved.net, apart, { most: MOST_BRANCHES });
  if (!solved || !found?.best) return partly(problem, apart);
  const plain = pairsOf(found.best, problem);
  const best = { short: [], withoutFloor: null };
  const fair = worstSum(found.best) >= FAIR_SHARE * mostForWorst(solved.net);
  if (floor === 'never' || (floor === 'where unfair' && fair))
    return { ...best, pairs: plain, figures: figuresOf(problem, plain), proven: found.proven };
  const floored = withFloor(solved.net, found.best, apart, solved.unit);
  const pairs = pairsOf(floored.best ?? found.best, problem);
  return {
    ...best,
    pairs,
    figures: figuresOf(problem, pairs),
    withoutFloor: figuresOf(problem, plain),
    proven: found.proven && floored.proven,
  };
}

function partly(problem: AssignmentProblem, apart: BrokenRule): Assignment {
  const { net } = solvedNetwork(problem, true) as Solved;
  const { best, proven } = searchBest(net, apart, { most: MOST_BRANCHES });
  const pairs = best ? pairsOf(best, problem) : separated(pairsOf(net, problem), problem);
  const figures = figuresOf(problem, pairs);
  return { pairs, figures, withoutFloor: null, short: shortBids(problem, pairs, figures), proven };
}

function shortBids(
  { similarity, places, capacities }: AssignmentProblem,
  pairs: readonly Pair[],
  { loads }: AssignmentFigures,
): ShortBid[] {
  const on = similarity.map(() => new Set<number>());
  for (const [bid, assessor] of pairs) on[bid]?.add(assessor);
  return similarity.flatMap((row, bid) => {
    const missing = places - (on[bid]?.size ?? 0);
    if (missing <= 0) return [];
    const able = row.flatMap((value, assessor) => (value === null ? [] : [assessor]));
    const full = able.filter((one) => !on[bid]?.has(one) && (loads[one] ?? 0) >= (capacities[one] ?? 0));
    return [{ bid, missing, able: able.length, full }];
  });
}

/**
 * Pairs of people who never sit on one bid: one of the two has to go, unless the work of both is kept. Where a branch
 * has pinned who would have to go, it leads nowhere.
 */
function apartRule({ apart = [], kept = [] }: AssignmentProblem): BrokenRule {
  const keeps = (bid: number, who: number) => kept.some((pair) => pair[0] === bid && pair[1] === who);
  return (net) => {
    for (const [one, other] of apart)
      for (const bid of net.taken[one] ?? []) {
        const edges = [one, other]
          .sort(
            (a, b) => (net.gain[edgeAt(net, bid, a)] as number) - (net.gain[edgeAt(net, bid, b)] as number),
          )
          .map((who): Edge => [bid, who]);
        if (!net.taken[other]?.includes(bid)) continue;
        const movable = edges.filter(([, who]) => net.state[edgeAt(net, bid, who)] === TAKEN);
        if (movable.length > 0 || !(keeps(bid, one) && keeps(bid, other))) return movable;
      }
    return null;
  };
}

/** Where the search found nothing in its limit: the later of two who are kept apart leaves. */
function separated(pairs: Pair[], { apart = [], kept = [] }: AssignmentProblem): Pair[] {
  const keeps = ([bid, who]: Pair) => kept.some((pair) => pair[0] === bid && pair[1] === who);
  const left: Pair[] = [];
  for (const pair of [...pairs.filter(keeps), ...pairs.filter((one) => !keeps(one))]) {
    const meets = left.some(([bid, who]) => bid === pair[0] && areApart(apart, who, pair[1]));
    if (!meets || keeps(pair)) left.push(pair);
  }
  return left;
}

const areApart = (apart: readonly (readonly [number, number])[], one: number, other: number): boolean =>
  apart.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

/** By bid, then assessor; without the places that stay empty. */
const pairsOf = (net: Network, { capacities }: AssignmentProblem): Pair[] =>
  Array.from({ length: net.bids }, (_, bid) =>
    assessorsOfBid(net, bid)
      .filter((assessor) => assessor < capacities.length)
      .map((assessor): Pair => [bid, assessor]),
  ).flat();
