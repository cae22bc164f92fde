import type { Actor } from '../../actor';
import { isQualityFinal, type Competition } from '../../evaluation/competition';
import { isOwner, mayReadBids, maySeeRanking } from '../../evaluation/evaluation-policy';
import { isAllowed } from '../../policy';
import type { Gate } from './sources/source';

const SEALED = 'Bids are sealed until they are opened after the deadline.';
const HIDDEN = 'Who bids is hidden until the panel has agreed its scores.';
const UNDECIDED = 'Until the decision bids are read by the panel alone.';
const UNRANKED = 'The panel has not agreed its scores yet.';
const UNTOLD = 'The ranking is not shown to you before the decision.';
const PRIVATE = 'Answers are for the team that asked.';

/** Which parts of a pack are closed to whoever makes it now, each with the reason that the pack states. */
export function closedGates(actor: Actor, competition: Competition): Map<Gate, string> {
  const { question, hidesBidders } = competition;
  const closed = new Map<Gate, string>();
  const reads = question.decidedAt !== null || isAllowed(mayReadBids(actor, competition));
  if (question.route.takesBids) {
    if (!question.openedAt) closed.set('bids', SEALED);
    else if (hidesBidders) closed.set('bids', HIDDEN);
    else if (!reads) closed.set('bids', UNDECIDED);
    const seals = closed.get('bids');
    if (seals) closed.set('scores', seals);
    else if (!isQualityFinal(question) && !question.decidedAt) closed.set('scores', UNRANKED);
    else if (!isAllowed(maySeeRanking(actor, competition))) closed.set('scores', UNTOLD);
  }
  if (question.route.takesAdvice && !isOwner(actor, question)) closed.set('advice', PRIVATE);
  return closed;
}
