import {
  hasRole,
  isMember,
  isWalledFromQuestion,
  isWalledFromSome,
  panelRole,
  teamPlace,
  type Actor,
} from '../../actor';

export interface Parties {
  id: string;
  teamId: string;
  authorId: string;
  seniorResponsibleOwnerId: string | null;
  budgetHolderId: string | null;
  decided: boolean;
}

export interface Told {
  /** Whether those outside were told what was decided. */
  told: boolean;
}

/** For whom the links to evaluation and award lead somewhere: as `knowsOfEvaluation`, of fewer fields. */
export function takesPartIn(actor: Actor, question: Parties): boolean {
  if (!isMember(actor) || isWalledFromQuestion(actor, question.id)) return false;
  const named = [question.authorId, question.seniorResponsibleOwnerId, question.budgetHolderId].includes(
    actor.id,
  );
  if (named || panelRole(actor, question.id) || teamPlace(actor, question.teamId)) return true;
  return hasRole(actor, 'coordinator') || (hasRole(actor, 'auditor') && question.decided);
}

/** Until a decision is told, only those who take part, and have no conflict about a bid, hear that there is one. */
export const hearsOfDecision = (actor: Actor, question: Parties & Told): boolean =>
  question.decided &&
  (question.told || (takesPartIn(actor, question) && !isWalledFromSome(actor, question.id)));
