import { hasRole, isMember, isWalledFromBid, type Actor } from '../../actor';
import type { CompetitionQuestion } from '../../evaluation/competition';
import { mayTellBidders } from '../../evaluation/evaluation-policy';
import { allowIf, hide, type Verdict } from '../../policy';

export const mayKeepTemplates = (actor: Actor): Verdict =>
  isMember(actor)
    ? allowIf(hasRole(actor, 'coordinator'), 'Only coordinators keep the templates of letters.')
    : hide;

/** A letter that was not sent is the asking team's; a wall around its bid hides it. */
export const mayWriteLetter = (actor: Actor, question: CompetitionQuestion, bidId: string): Verdict =>
  isWalledFromBid(actor, question.id, bidId) ? hide : mayTellBidders(actor, question);
