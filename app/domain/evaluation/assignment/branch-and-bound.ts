import { copyOf, pin, worthOf, type Edge, type Network } from './flow-network';
import { bar } from './shortest-path';

/** Of a flow that breaks a rule: edges in use, at least one of which no solution has. Null where none is broken. */
export type BrokenRule = (net: Network) => Edge[] | null;

export interface Searched {
  best: Network | null;
  /** False where the search ended at its limit: a better one may exist. */
  proven: boolean;
  branches: number;
}

/** A flow still to be found: that of its parent without one edge, others kept where they are. */
interface Branch {
  parent: Network;
  /** No branch is worth more than its parent. */
  most: number;
  keeps: Edge[];
  bars: Edge;
}

/**
 * Depth first over flows that are optimal under fewer rules (Land and Doig 1960, branching as Murty 1968): of the
 * edges that break a rule the n-th branch keeps those before the n-th and bars the n-th. One augmentation a branch;
 * exponential at worst, therefore limited by a number of branches, never by time.
 */
export function searchBest(
  root: Network,
  brokenIn: BrokenRule,
  { most, first = false }: { most: number; first?: boolean },
): Searched {
  const stack: Branch[] = [];
  let best: { net: Network; worth: number } | null = null;
  let branches = 0;
  for (let net: Network | null = root; net !== null || stack.length > 0;) {
    const worth: number = net ? worthOf(net) : -Infinity;
    if (net && worth > (best?.worth ?? -Infinity)) {
      const broken = brokenIn(net);
      if (broken) stack.push(...branchesOf(net, worth, broken));
      else best = { net, worth };
      if (best && first) break;
    }
    const next: Branch | undefined = stack.pop();
    if (next && branches >= most) return { best: best?.net ?? null, proven: false, branches };
    branches++;
    net = next && next.most > (best?.worth ?? -Infinity) ? flowOf(next) : null;
  }
  return { best: best?.net ?? null, proven: best === null || !first, branches };
}

/** In reverse, so that the first is looked into first. */
const branchesOf = (parent: Network, most: number, broken: Edge[]): Branch[] =>
  broken.map((bars, place) => ({ parent, most, keeps: broken.slice(0, place), bars })).reverse();

function flowOf({ parent, keeps, bars: [bid, assessor] }: Branch): Network | null {
  const net = copyOf(parent);
  for (const kept of keeps) pin(net, kept);
  return bar(net, bid, assessor) ? net : null;
}
