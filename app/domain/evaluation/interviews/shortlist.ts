import { quality, reachesMinimums, type AssessedCriterion } from '../scoring/agreed-score';
import { compare, fraction, over, times, type Fraction } from '../scoring/fraction';

export interface WrittenBid {
  id: string;
  /** The written criteria alone. */
  criteria: AssessedCriterion[];
}

/** The quality of the written part out of 100, whatever share of the weights it carries. */
export function writtenQuality({ criteria }: WrittenBid): Fraction {
  const share = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return share === 0 ? fraction(0) : times(quality(criteria), over(fraction(100), fraction(share)));
}

/** The best so many by written quality, of those that reach every minimum and `from`; whoever is level with the last too. */
export function shortlist(
  bids: WrittenBid[],
  { places, from }: { places: number; from: number | null },
): string[] {
  const able = bids
    .map((bid) => ({ id: bid.id, made: writtenQuality(bid), reaches: reachesMinimums(bid.criteria) }))
    .filter(({ made, reaches }) => reaches && (from === null || compare(made, fraction(from)) >= 0))
    .sort((a, b) => compare(b.made, a.made) || (a.id < b.id ? -1 : 1));
  const last = able[places - 1];
  return able.filter(({ made }) => !last || compare(made, last.made) >= 0).map(({ id }) => id);
}
