import { hasRole, isPerson, type Actor } from '../../actor';
import { allowIf, deny, type Verdict } from '../../policy';

export const mayMergePeople = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') || hasRole(actor, 'administrator'),
    'Only a coordinator or an administrator says that two accounts are one person.',
  );

export interface ProposedMerge {
  keptId: string;
  mergedId: string;
  proposedById: string;
}

/** Two look at it: nobody decides what they proposed, nor about themselves. */
export function mayDecideMerge(actor: Actor, merge: ProposedMerge): Verdict {
  const may = mayMergePeople(actor);
  if (may.kind !== 'allow' || !isPerson(actor)) return may;
  if ([merge.keptId, merge.mergedId].includes(actor.id))
    return deny('Somebody else has to decide about your own accounts.');
  return allowIf(
    actor.id !== merge.proposedById,
    'Another coordinator or an administrator has to decide what you proposed.',
  );
}
