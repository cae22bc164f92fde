import { hasRole, type Actor } from '../actor';
import { readsPublished } from '../knowledge/finding-policy';
import { allowIf, type Verdict } from '../policy';

/** Who meets about what is for the network and those who check it, not for the public. */
export const mayReadGovernance = (actor: Actor): Verdict =>
  allowIf(readsPublished(actor), 'Only verified members and the auditor read who governs what.');

export const mayKeepGovernance = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator'),
    'Only a coordinator changes groups, responsibilities and capabilities.',
  );
