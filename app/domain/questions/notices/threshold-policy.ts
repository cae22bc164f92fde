import { hasRole, isMember, type Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';

/** What the law says is no secret among members; coordinators keep it up to date. */
export const maySeeThresholds = (actor: Actor): Verdict =>
  allowIf(isMember(actor), 'Procurement thresholds are for members.');

export const mayAddThreshold = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Coordinators keep the procurement thresholds.');
