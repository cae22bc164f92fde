import { hasRole, type Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { allowIf, type Verdict } from '../../policy';

/** Everybody reads what was released; the network and the auditor the rest as well. */
export const readsAllHarm = (actor: Actor): boolean => readsPublished(actor);

export const mayKeepHarm = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator records and releases harm figures.');
