import { hasRole, isMember, type Actor } from '../actor';
import { allowIf, type Verdict } from '../policy';

/** Whoever tags may miss a word. */
export const mayProposeTerms = (actor: Actor): Verdict =>
  allowIf(
    isMember(actor) &&
      (actor.expert ||
        actor.teams.length > 0 ||
        !actor.roles.some((role) => role === 'auditor' || role === 'committeeReader')),
    'Only members of the network propose terms.',
  );

/** The words that everybody tags with are kept by coordinators alone. */
export const mayEditTerms = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator can change the terms of the taxonomy.');
