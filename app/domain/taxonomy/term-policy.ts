import { hasRole, type Actor } from '../actor';
import { allowIf, type Verdict } from '../policy';

/** The words that everybody tags with are kept by coordinators alone. */
export const mayEditTerms = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator can change the terms of the taxonomy.');
