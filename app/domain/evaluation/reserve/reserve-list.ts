import { refuseField, type Refusal } from '../../refusal';

/** A place that has not ended. */
export interface ReservePlace {
  id: string;
  bidId: string;
  /** Each lot has a list of its own. */
  lotId: string | null;
  position: number;
  until: Date;
}

export const MOST_RESERVES = 5;

/** Those ranked next after what was awarded, in their order; whoever had an award is not among them. */
export const nextInRank = (
  rows: { reference: string; rank: number | null }[],
  awarded: ReadonlySet<string>,
): string[] =>
  rows
    .filter(({ reference, rank }) => rank !== null && !awarded.has(reference))
    .map(({ reference }) => reference);

/** Why bids cannot be awarded from the reserve list: it is followed in order, as far as awards are free. */
export function refusedFromReserve(
  places: Pick<ReservePlace, 'bidId' | 'position'>[],
  bidIds: string[],
  free: number,
): Refusal | null {
  const next = [...places].sort((a, b) => a.position - b.position).slice(0, bidIds.length);
  if (bidIds.length === 0) return refuseField('NobodyIsChosen', 'bids', 'Choose the bid to award');
  if (bidIds.length > free) return refuseField('AwardsAreAllGiven', 'bids', 'No more awards are to be given');
  return next.length === bidIds.length && next.every(({ bidId }) => bidIds.includes(bidId))
    ? null
    : refuseField('ReserveIsOutOfOrder', 'bids', 'The next award is to the first on the reserve list');
}

/** A list that stands, of one lot where the question is divided. */
export interface ReserveList {
  places: Pick<ReservePlace, 'bidId' | 'position'>[];
  /** How many awards are free to give. */
  free: number;
}

/** The same over the lists of several lots, of which each may be followed or left. */
export function refusedFromReserves(lists: ReserveList[], bidIds: string[]): Refusal | null {
  const [first] = lists;
  if (!first || bidIds.length === 0) return refusedFromReserve([], [], 0);
  if (lists.length === 1) return refusedFromReserve(first.places, bidIds, first.free);
  const listed = new Set(lists.flatMap(({ places }) => places.map(({ bidId }) => bidId)));
  if (bidIds.some((id) => !listed.has(id)))
    return refuseField('ReserveIsOutOfOrder', 'bids', 'Choose from the reserve lists that stand');
  for (const { places, free } of lists) {
    const own = bidIds.filter((id) => places.some(({ bidId }) => bidId === id));
    const refused = own.length > 0 ? refusedFromReserve(places, own, free) : null;
    if (refused) return refused;
  }
  return null;
}
