import { compare, fraction, inFloat, minus, over, plus, times, type Fraction } from '../fraction';
import { rankBids, type RankedBid } from '../ranking';
import { formulaOf, type AssessedBid, type RankingRules } from './formulas';
import {
  contenders,
  crossings,
  isAble,
  isSameLine,
  qualityLine,
  standingLines,
  valueOn,
  type Line,
  type Moved,
} from './lines';

export interface Change {
  /** The weight from which on other bids come first. */
  at: Fraction;
  enters: string[];
  leaves: string[];
}

export interface Sensitivity {
  now: Fraction;
  /** The nearest change with less weight and with more; null where none comes before 0 or 100. */
  below: Change | null;
  above: Change | null;
}

type Direction = -1 | 1;

interface Contest {
  bids: AssessedBid[];
  rules: RankingRules;
  moved: Moved;
  places: number;
  /** Who comes before whom where value and course are equal. */
  settled: Map<string, number>;
}

/**
 * How far one weight can move, the others sharing the rest in their proportions, until the first `places` are other
 * bids: exact. Null where the formula does not use that weight, or where there is no other weight.
 */
export function sensitivityTo(
  moved: Moved,
  bids: AssessedBid[],
  rules: RankingRules,
  places: number,
  ranked: RankedBid[] = rankBids(bids, rules).ranked,
): Sensitivity | null {
  if (moved === 'price' && formulaOf(rules) !== 'weighted') return null;
  const able = contenders(bids, rules);
  const weight = moved === 'price' ? rules.weights.price : (able[0]?.criteria[moved]?.weight ?? 100);
  if (weight === 100 && moved !== 'price') return null;
  const settled = new Map(ranked.map(({ id }, place) => [id, place]));
  const contest: Contest = { bids: able, rules, moved, places, settled };
  const now = fraction(weight);
  const winners = ranked.slice(0, places).map(({ id }) => id);
  if (ranked.length === 0) return null;
  return { now, below: nearest(contest, winners, now, -1), above: nearest(contest, winners, now, 1) };
}

const isBeyond = (a: Fraction, b: Fraction, direction: Direction): boolean => compare(a, b) * direction > 0;

/** Between two neighbouring stops the same bids are able, so that all values move along lines. */
function stopsFrom({ bids, rules, moved }: Contest, from: Fraction, direction: Direction): Fraction[] {
  const end = fraction(direction === 1 ? 100 : 0);
  const between = bids
    .flatMap((bid) => crossings(qualityLine(bid, moved), rules))
    .filter((stop) => isBeyond(stop, from, direction) && isBeyond(end, stop, direction))
    .sort((a, b) => compare(a, b) * direction);
  return [from, ...between.filter((stop, i) => i === 0 || compare(stop, between[i - 1] ?? from) !== 0), end];
}

function nearest(contest: Contest, winners: string[], from: Fraction, direction: Direction): Change | null {
  const stops = stopsFrom(contest, from, direction);
  for (const [i, start] of stops.entries()) {
    const stop = stops[i + 1];
    if (!stop || compare(start, stop) === 0) return null;
    const lines = linesAt(contest, over(plus(start, stop), fraction(2)));
    const first = changeAt(contest, lines, winners, start, direction);
    if (first) return first;
    const met = nextMeeting(lines, winners, start, direction);
    if (met && isBeyond(stop, met, direction)) {
      const change = changeAt(contest, lines, winners, met, direction);
      if (change) return change;
    }
  }
  return null;
}

/** The lines of the bids that are able at a weight. */
function linesAt({ bids, rules, moved }: Contest, weight: Fraction): Map<string, Line[]> {
  const able = bids.filter((bid) => isAble(valueOn(qualityLine(bid, moved), weight), rules));
  const lowest = Math.min(...able.map(({ price }) => price ?? Infinity));
  return new Map(able.map((bid) => [bid.id, standingLines(bid, lowest, rules, moved)]));
}

/** Who comes first just beyond a weight, against who came first until then. */
function changeAt(
  { places, settled }: Contest,
  lines: Map<string, Line[]>,
  winners: string[],
  at: Fraction,
  direction: Direction,
): Change | null {
  const order = [...lines].map(([id, own]) => ({
    id,
    keys: own.flatMap((line) => [valueOn(line, at), times(line.by, fraction(direction))]),
  }));
  order.sort(
    (a, b) =>
      firstDifference(b.keys, a.keys) ||
      (settled.get(a.id) ?? Infinity) - (settled.get(b.id) ?? Infinity) ||
      (a.id < b.id ? -1 : 1),
  );
  const then = order.slice(0, places).map(({ id }) => id);
  const enters = then.filter((id) => !winners.includes(id));
  const leaves = winners.filter((id) => !then.includes(id));
  return enters.length + leaves.length === 0 ? null : { at, enters, leaves };
}

const firstDifference = (a: Fraction[], b: Fraction[]): number => {
  const at = a.findIndex((one, i) => compare(one, b[i] ?? one) !== 0);
  const [one, other] = [a[at], b[at]];
  return one && other ? compare(one, other) : 0;
};

/** Where two bids can change places: the first of their lines that differ. */
function deciding(a: Line[], b: Line[]): [Line, Line] | null {
  const at = a.findIndex((line, i) => !isSameLine(line, b[i] ?? line));
  const [one, other] = [a[at], b[at]];
  return one && other ? [one, other] : null;
}

/** The first weight beyond `from` at which a bid outside meets one inside. Floats only say which pairs to look at. */
function nextMeeting(
  lines: Map<string, Line[]>,
  winners: string[],
  from: Fraction,
  direction: Direction,
): Fraction | null {
  const inside = [...lines].filter(([id]) => winners.includes(id));
  const outside = [...lines].filter(([id]) => !winners.includes(id));
  const pairs = inside.flatMap(([, own]) =>
    outside.flatMap(([, others]) => {
      const [a, b] = deciding(own, others) ?? [];
      const by = a && b ? inFloat(b.by) - inFloat(a.by) : 0;
      if (!a || !b || by * direction <= 0) return [];
      return [{ a, b, near: ((inFloat(a.at) - inFloat(b.at)) / by) * direction }];
    }),
  );
  pairs.sort((a, b) => a.near - b.near);
  let found: Fraction | null = null;
  for (const { a, b, near } of pairs) {
    if (found && near > inFloat(found) * direction + 1e-6) break;
    const by = minus(b.by, a.by);
    if (by.n === 0n) continue;
    const met = over(minus(a.at, b.at), by);
    if (isBeyond(met, from, direction) && (!found || isBeyond(found, met, direction))) found = met;
  }
  return found;
}

/** A bound in words, rounded towards the weight in force, so that what is said always holds. */
export function towards(bound: Fraction, now: Fraction): Fraction {
  const tenth = times(bound, fraction(10));
  const floor = tenth.n / tenth.d;
  const exact = floor * tenth.d === tenth.n;
  return fraction(compare(bound, now) > 0 || exact ? floor : floor + 1n, 10);
}
