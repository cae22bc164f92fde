export const NEVER = -1;
export type Edge = readonly [bid: number, assessor: number];

/**
 * Bids send their places to assessors, assessors send them on to the end. A bid that should have an expert has two
 * rows: the first leads to experts and, for all places but one, to the second row, which leads to everybody else; the
 * last place costs `noExpert` there. What leaves an assessor costs `step` more with every place, so loads balance.
 */
export interface Network {
  bids: number;
  assessors: number;
  noExpert: number;
  /** Whole numbers by bid and assessor; `NEVER` where the two may not meet. */
  gain: Float64Array;
  /** By bid and assessor: whether the way goes through the bid’s second row. */
  plain: Uint8Array;
  state: Uint8Array;
  places: Int32Array;
  capacity: Int32Array;
  step: Float64Array;
  load: Int32Array;
  /** Of a load, what cannot be moved. */
  kept: Int32Array;
  plainTaken: Int32Array;
  plainKept: Int32Array;
  taken: number[][];
  /** The dual price of every node; all ways left open have reduced costs of 0 or more. */
  price: Float64Array;
}

export const OPEN = 0;
export const TAKEN = 1;
export const KEPT = 2;
/** Barred while looking for what breaks no rule; the two might meet otherwise. */
export const BARRED = 3;

export const edgeAt = (net: Network, bid: number, assessor: number): number => bid * net.assessors + assessor;
/** Node numbers: first rows, second rows, assessors, the end. */
export const rowOf = (net: Network, bid: number, assessor: number): number =>
  net.plain[edgeAt(net, bid, assessor)] ? net.bids + bid : bid;
export const assessorNode = (net: Network, assessor: number): number => 2 * net.bids + assessor;
export const endNode = (net: Network): number => 2 * net.bids + net.assessors;

export const copyOf = (net: Network): Network => ({
  ...net,
  state: net.state.slice(),
  load: net.load.slice(),
  kept: net.kept.slice(),
  plainTaken: net.plainTaken.slice(),
  plainKept: net.plainKept.slice(),
  taken: net.taken.map((bids) => [...bids]),
  price: net.price.slice(),
});

export function assessorsOfBid(net: Network, bid: number): number[] {
  const found: number[] = [];
  for (let assessor = 0; assessor < net.assessors; assessor++) {
    const state = net.state[edgeAt(net, bid, assessor)];
    if (state === TAKEN || state === KEPT) found.push(assessor);
  }
  return found;
}

/** What each bid has of similarity, in the unit of the gains. */
export function sumsOf(net: Network): Float64Array {
  const sums = new Float64Array(net.bids);
  net.taken.forEach((bids, assessor) => {
    for (const bid of bids)
      sums[bid] = (sums[bid] as number) + (net.gain[edgeAt(net, bid, assessor)] as number);
  });
  return sums;
}

/** What the flow is worth: gains, less what unbalanced loads and bids without an expert cost. */
export function worthOf(net: Network): number {
  let worth = 0;
  net.taken.forEach((bids, assessor) => {
    for (const bid of bids) worth += net.gain[edgeAt(net, bid, assessor)] as number;
    const load = net.load[assessor] as number;
    worth -= ((net.step[assessor] as number) * load * (load - 1)) / 2;
  });
  for (let bid = 0; bid < net.bids; bid++)
    if ((net.plainTaken[bid] as number) >= (net.places[bid] as number) && (net.plainTaken[bid] as number) > 0)
      worth -= net.noExpert;
  return worth;
}

/** Keeps an edge that is in use where it is. */
export function pin(net: Network, [bid, assessor]: Edge): void {
  net.state[edgeAt(net, bid, assessor)] = KEPT;
}
