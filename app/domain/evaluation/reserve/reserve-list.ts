import { refuseField, type Refusal } from '../../refusal';

/** A place that has not ended. */
export interface ReservePlace {
  id: string;
  bidId: string;
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
