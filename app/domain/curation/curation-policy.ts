import { hasRole, type Actor } from '../actor';
import { allowIf, type Verdict } from '../policy';

/** The desk is the coordinators'. What they may do to one thing there, its own command judges. */
export const mayKeepDesk = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'The desk is for coordinators.');
