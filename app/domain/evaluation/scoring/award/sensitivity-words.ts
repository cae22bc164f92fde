import { compare, fraction, inDecimals } from '../fraction';
import { rankBids } from '../ranking';
import type { AssessedBid, RankingRules } from './formulas';
import type { Moved } from './lines';
import { sensitivityTo, towards, type Change, type Sensitivity } from './sensitivity';

export interface SensitivityRow {
  weight: string;
  now: string;
  /** Between which weights the same bids come first. */
  from: string;
  to: string;
  words: string;
  changes: string[];
}

interface Named {
  /** Criteria in the order of the bids' own. */
  criteria: string[];
  bidder: (id: string) => string;
}

/** How firm the first places are against each weight, in words; empty where no weight can move them. */
export function sensitivityRows(
  bids: AssessedBid[],
  rules: RankingRules,
  places: number,
  named: Named,
): SensitivityRow[] {
  const moved: { of: Moved; name: string }[] = [
    { of: 'price', name: 'Price, against quality' },
    ...named.criteria.map((name, i) => ({ of: i, name })),
  ];
  const { ranked } = rankBids(bids, rules);
  return moved.flatMap(({ of, name }) => {
    const found = sensitivityTo(of, bids, rules, places, ranked);
    return found ? [rowOf(name, found, places, named)] : [];
  });
}

function rowOf(name: string, found: Sensitivity, places: number, { bidder }: Named): SensitivityRow {
  const bound = (change: Change | null, end: number) =>
    inDecimals(change ? towards(change.at, found.now) : fraction(end));
  const [from, to] = [bound(found.below, 0), bound(found.above, 100)];
  const what = places === 1 ? 'The first place stays' : `The first ${places} places stay`;
  const firm = !found.below && !found.above;
  const list = (ids: string[]) => ids.map(bidder).join(', ') || 'nobody';
  const said = (change: Change | null, side: string) =>
    change
      ? [
          `${side} ${inDecimals(change.at, 2)}${compare(change.at, found.now) === 0 ? ' (at once)' : ''}, ${list(change.enters)} would replace ${list(change.leaves)}.`,
        ]
      : [];
  return {
    weight: name,
    now: inDecimals(found.now),
    from,
    to,
    words: firm
      ? `${what} the same whatever this weight is.`
      : `${what} the same for any weight between ${from} and ${to}.`,
    changes: [...said(found.below, 'Below'), ...said(found.above, 'Above')],
  };
}
