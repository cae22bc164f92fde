import { inMillionths, PER_UNIT, type AssignmentProblem } from './assignment-problem';
import { edgeAt, KEPT, NEVER, rowOf, type Network } from './flow-network';
import { augment } from './shortest-path';

/** Sums of whole numbers stay exact below this, also along a path that goes to and fro. */
const EXACT = 2 ** 50;

interface Scale {
  /** What a millionth of similarity weighs: so much that all unevenness of loads together weighs less. */
  unit: number;
  noExpert: number;
  /** What each further empty place of a bid costs; none where all places can be filled. */
  empty: number[];
}

/**
 * The orders of what is minimised, each above all that stands below it: empty places, how evenly they are spread,
 * bids without an expert, similarity, evenness of loads. The lowest give way where numbers would grow inexact.
 */
function scaleOf({ similarity, places, experts, capacities }: AssignmentProblem, withEmpty: boolean): Scale {
  const [bids, all] = [similarity.length, similarity.length * places];
  const balanced = (all * Math.max(1, ...capacities)) / 2 + 1;
  const scales = [Math.ceil(balanced), 1, 0.01].map((unit) => {
    const total = all * PER_UNIT * unit;
    const noExpert = experts ? total + 1 : 0;
    const spread = total + bids * noExpert + 1;
    const empty = withEmpty ? Array.from({ length: places }, (_, n) => spread * (all * places + n)) : [];
    return { unit, noExpert, empty, most: Math.max(total, noExpert, ...empty) };
  });
  const last = { unit: 0.01, noExpert: 0, empty: [] };
  return scales.find(({ most }) => most < EXACT) ?? scales.at(-1) ?? last;
}

export interface Solved {
  net: Network;
  /** What a millionth of similarity weighs in the gains of the network. */
  unit: number;
}

/** The network of a problem with its least costly flow; null where not every place can be filled. */
export function solvedNetwork(problem: AssignmentProblem, withEmpty = false): Solved | null {
  const scale = scaleOf(problem, withEmpty);
  const net = emptyNetwork(problem, scale, withEmpty);
  keep(net, problem);
  for (let bid = 0; bid < net.bids; bid++) {
    const kept = net.state.subarray(bid * net.assessors, (bid + 1) * net.assessors);
    const open = (net.places[bid] as number) - kept.reduce((sum, state) => sum + (state === KEPT ? 1 : 0), 0);
    for (let place = 0; place < open; place++) if (!augment(net, bid)) return null;
  }
  return { net, unit: scale.unit };
}

/** Empty places stand as assessors of their own, who come after those of the problem. */
function emptyNetwork(problem: AssignmentProblem, scale: Scale, withEmpty: boolean): Network {
  const { similarity, places, capacities, experts } = problem;
  const bids = similarity.length;
  const stands = withEmpty ? scale.empty.map((cost) => -cost) : [];
  const assessors = capacities.length + stands.length;
  const gain = new Float64Array(bids * assessors).fill(NEVER);
  const plain = new Uint8Array(bids * assessors);
  similarity.forEach((row, bid) => {
    const able = new Set(experts?.[bid] ?? []);
    const kept = problem.kept?.some(([one, who]) => one === bid && able.has(who)) ?? false;
    const gains = [
      ...row.map((value) => (value === null ? null : Math.round(inMillionths(value) * scale.unit))),
      ...stands,
    ];
    gains.forEach((value, assessor) => {
      if (value !== null) gain[bid * assessors + assessor] = value;
      if (experts && !kept && !able.has(assessor)) plain[bid * assessors + assessor] = 1;
    });
  });
  const price = new Float64Array(2 * bids + assessors + 1);
  for (let bid = 0; bid < bids; bid++) {
    let most = 0;
    for (let edge = bid * assessors; edge < (bid + 1) * assessors; edge++)
      most = Math.max(most, gain[edge] as number);
    price[bid] = price[bids + bid] = most;
  }
  return {
    bids,
    assessors,
    noExpert: scale.noExpert,
    gain,
    plain,
    state: new Uint8Array(bids * assessors),
    places: new Int32Array(bids).fill(places),
    capacity: Int32Array.from([...capacities, ...stands.map(() => bids)]),
    step: Float64Array.from([...capacities.map(() => (scale.unit > 1 ? 1 : 0)), ...stands.map(() => 0)]),
    load: new Int32Array(assessors),
    kept: new Int32Array(assessors),
    plainTaken: new Int32Array(bids),
    plainKept: new Int32Array(bids),
    taken: Array.from({ length: assessors }, () => []),
    price,
  };
}

function keep(net: Network, { similarity, kept = [] }: AssignmentProblem): void {
  for (const [bid, assessor] of kept) {
    const edge = edgeAt(net, bid, assessor);
    if (net.state[edge] === KEPT) continue;
    net.state[edge] = KEPT;
    net.taken[assessor]?.push(bid);
    for (const counts of [net.load, net.kept]) counts[assessor] = (counts[assessor] as number) + 1;
    if (rowOf(net, bid, assessor) >= net.bids)
      for (const counts of [net.plainTaken, net.plainKept]) counts[bid] = (counts[bid] as number) + 1;
    if ((similarity[bid]?.[assessor] ?? null) === null) net.gain[edge] = 0;
  }
}
