import { placeIn, type BidForPolicy } from '../bids/bid-policy';
import type { Actor } from '../actor';
import { allow, allowIf, hide, type Verdict } from '../policy';

/** What the panel says to one bidder is read by the people of that bid alone; to all others it is not there. */
export const mayReadFromPanel = (actor: Actor, bid: BidForPolicy): Verdict =>
  placeIn(actor, bid) ? allow : hide;

export function mayAnswerPanel(actor: Actor, bid: BidForPolicy): Verdict {
  const place = placeIn(actor, bid);
  if (!place) return hide;
  return allowIf(place !== 'partner', 'Only the lead and the editors of this bid answer the panel.');
}
