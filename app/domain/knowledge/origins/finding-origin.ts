import { hasRole, isMember, isWalledFromQuestion, teamPlace, type Actor } from '../../actor';
import { allow, deny, hide, type Verdict } from '../../policy';

/** What a finding can be made from, and who stands near it. */
export interface DeliveredWork {
  questionId: string;
  teamId: string;
  /** Those who bid for it and delivered it. */
  makerIds: string[];
  accepted: boolean;
}

export interface AdviceGiven {
  questionId: string;
  teamId: string;
  authorId: string;
  consented: boolean;
  named: boolean;
}

const isNear = (actor: Actor, teamId: string): boolean =>
  hasRole(actor, 'coordinator') || teamPlace(actor, teamId) !== undefined;

/** Its makers, the team that asked and the coordinators turn accepted work into a finding. */
export function mayDraftFromDeliverable(actor: Actor, work: DeliveredWork): Verdict {
  if (!isMember(actor) || isWalledFromQuestion(actor, work.questionId)) return hide;
  if (!isNear(actor, work.teamId) && !work.makerIds.includes(actor.id)) return hide;
  return work.accepted ? allow : deny('A finding can be made from this once the team has accepted it.');
}

/** An author who stays unnamed must not start it: whoever starts a finding is on its record. */
export function mayDraftFromAdvice(actor: Actor, advice: AdviceGiven): Verdict {
  if (!isMember(actor) || isWalledFromQuestion(actor, advice.questionId)) return hide;
  const isAuthor = actor.id === advice.authorId;
  if (!isAuthor && !isNear(actor, advice.teamId)) return hide;
  if (!advice.consented)
    // Until its author agrees, an answer is known to the asking team alone, not to coordinators.
    return isAuthor || teamPlace(actor, advice.teamId)
      ? deny('Its author has not agreed to publish this answer.')
      : hide;
  if (isAuthor && !advice.named)
    return deny(
      'You asked not to be named, so the team that asked, or a coordinator, has to start this finding.',
    );
  return allow;
}
