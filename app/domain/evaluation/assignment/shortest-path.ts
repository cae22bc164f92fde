import {
  BARRED,
  assessorNode,
  edgeAt,
  endNode,
  NEVER,
  OPEN,
  rowOf,
  TAKEN,
  type Network,
} from './flow-network';

interface Search {
  net: Network;
  sink: number;
  distance: Float64Array;
  before: Int32Array;
  done: Uint8Array;
  open: number[];
}

/**
 * One augmentation of the successive shortest path method (Ford and Fulkerson 1962; potentials: Edmonds and Karp
 * 1972, Tomizawa 1971): Dijkstra over reduced costs from a row to the sink, the path applied, prices corrected.
 * O(rows reached × assessors); false where the sink cannot be reached.
 */
export function augment(net: Network, source: number, sink: number = endNode(net)): boolean {
  const nodes = endNode(net) + 1;
  const search: Search = {
    net,
    sink,
    distance: new Float64Array(nodes).fill(Infinity),
    before: new Int32Array(nodes).fill(-1),
    done: new Uint8Array(nodes),
    open: [],
  };
  reach(search, -1, source, 0);
  const visited: number[] = [];
  for (let node = nearest(search); node !== sink; node = nearest(search)) {
    if (node < 0) return false;
    visited.push(node);
    relax(search, node);
  }
  const all = search.distance[sink] as number;
  for (const node of visited)
    net.price[node] = (net.price[node] as number) + (search.distance[node] as number) - all;
  apply(search);
  return true;
}

function nearest({ distance, open, done }: Search): number {
  let [at, best] = [-1, Infinity];
  for (let i = 0; i < open.length; i++) {
    const far = distance[open[i] as number] as number;
    if (far < best) [at, best] = [i, far];
  }
  if (at < 0) return -1;
  const node = open[at] as number;
  open[at] = open[open.length - 1] as number;
  open.pop();
  done[node] = 1;
  return node;
}

function reach(search: Search, from: number, node: number, far: number): void {
  const known = search.distance[node] as number;
  if (far >= known || far >= (search.distance[search.sink] as number) || search.done[node]) return;
  if (known === Infinity) search.open.push(node);
  search.distance[node] = far;
  search.before[node] = from;
}

function relax(search: Search, node: number): void {
  const { net } = search;
  const from = (search.distance[node] as number) + (net.price[node] as number);
  if (node < 2 * net.bids) fromRow(search, node, from);
  else if (node < endNode(net)) fromAssessor(search, node, from);
  else fromEnd(search, node, from);
}

function fromRow(search: Search, row: number, from: number): void {
  const { net } = search;
  const { gain, state, plain, price, assessors, bids } = net;
  const { distance, sink } = search;
  const second = row >= bids ? 1 : 0;
  const bid = second ? row - bids : row;
  const first = bid * assessors;
  const offset = 2 * bids;
  for (let assessor = 0; assessor < assessors; assessor++) {
    const edge = first + assessor;
    const worth = gain[edge] as number;
    const far = from - worth - (price[offset + assessor] as number);
    if (worth === NEVER || far >= (distance[sink] as number)) continue;
    if (state[edge] !== OPEN || plain[edge] !== second || far >= (distance[offset + assessor] as number))
      continue;
    reach(search, row, offset + assessor, far);
    // What lies beyond is known at once, and all that is further need not be looked into.
    toEnd(search, offset + assessor, far + (price[offset + assessor] as number));
  }
  const count = net.plainTaken[bid] as number;
  const places = net.places[bid] as number;
  if (second && count > (net.plainKept[bid] as number))
    reach(search, row, bid, from - (count >= places ? net.noExpert : 0) - (price[bid] as number));
  if (!second && count < places)
    reach(
      search,
      row,
      bids + bid,
      from + (count + 1 >= places ? net.noExpert : 0) - (price[bids + bid] as number),
    );
}

function fromAssessor(search: Search, node: number, from: number): void {
  const { net } = search;
  const assessor = node - 2 * net.bids;
  toEnd(search, node, from);
  for (const bid of net.taken[assessor] ?? []) {
    const edge = edgeAt(net, bid, assessor);
    if (net.state[edge] !== TAKEN) continue;
    const row = rowOf(net, bid, assessor);
    reach(search, node, row, from + (net.gain[edge] as number) - (net.price[row] as number));
  }
}

function toEnd(search: Search, node: number, from: number): void {
  const { net } = search;
  const assessor = node - 2 * net.bids;
  const load = net.load[assessor] as number;
  if (load >= (net.capacity[assessor] as number)) return;
  const end = endNode(net);
  reach(search, node, end, from + (net.step[assessor] as number) * load - (net.price[end] as number));
}

/** Only on the way to an assessor who lost a place: another may give one back. */
function fromEnd(search: Search, node: number, from: number): void {
  const { net } = search;
  for (let assessor = 0; assessor < net.assessors; assessor++) {
    const load = net.load[assessor] as number;
    if (load <= (net.kept[assessor] as number)) continue;
    const to = assessorNode(net, assessor);
    reach(search, node, to, from - (net.step[assessor] as number) * (load - 1) - (net.price[to] as number));
  }
}

function apply({ net, sink, before }: Search): void {
  const [rows, end] = [2 * net.bids, endNode(net)];
  for (let to = sink, from = before[sink] as number; from >= 0; to = from, from = before[from] as number) {
    if (to === end) net.load[from - rows] = (net.load[from - rows] as number) + 1;
    else if (from === end) net.load[to - rows] = (net.load[to - rows] as number) - 1;
    else if (from < rows && to < rows) countPlain(net, from % net.bids, to > from ? 1 : -1);
    else if (from < rows) take(net, from % net.bids, to - rows);
    else release(net, to % net.bids, from - rows);
  }
}

function countPlain(net: Network, bid: number, by: number): void {
  net.plainTaken[bid] = (net.plainTaken[bid] as number) + by;
}

function take(net: Network, bid: number, assessor: number): void {
  net.state[edgeAt(net, bid, assessor)] = TAKEN;
  net.taken[assessor]?.push(bid);
}

function release(net: Network, bid: number, assessor: number): void {
  net.state[edgeAt(net, bid, assessor)] = OPEN;
  net.taken[assessor] = (net.taken[assessor] ?? []).filter((one) => one !== bid);
}

/** Bars an edge for good; where it was in use its place is sent another way. False where there is no other way. */
export function bar(net: Network, bid: number, assessor: number): boolean {
  const edge = edgeAt(net, bid, assessor);
  const used = net.state[edge] === TAKEN;
  const row = rowOf(net, bid, assessor);
  if (used) release(net, bid, assessor);
  net.state[edge] = BARRED;
  if (!used) return true;
  return augment(net, row, assessorNode(net, assessor));
}
