import { hasRole, isMember, isWalledFromSome, type Actor } from '../../actor';
import { allow, allowIf, hide, isAllowed, type Verdict } from '../../policy';

export interface FollowUpStanding {
  ownerId: string | null;
  /** Of an award: its question, behind whose walls nobody looks. */
  questionId: string | null;
}

/** Between whoever looks, the coordinators that it goes up to, and the auditor. */
export function maySeeFollowUp(actor: Actor, { ownerId, questionId }: FollowUpStanding): Verdict {
  if (!isMember(actor) || (questionId !== null && isWalledFromSome(actor, questionId))) return hide;
  return actor.id === ownerId || hasRole(actor, 'coordinator') || hasRole(actor, 'auditor') ? allow : hide;
}

export function mayAnswerFollowUp(actor: Actor, standing: FollowUpStanding): Verdict {
  const seen = maySeeFollowUp(actor, standing);
  if (!isAllowed(seen)) return seen;
  return allowIf(
    isMember(actor) && (actor.id === standing.ownerId || hasRole(actor, 'coordinator')),
    'Only whoever looks after it, or a coordinator, answers this.',
  );
}
