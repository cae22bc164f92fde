import { hasRole, type Actor } from '../actor';
import { allowIf, type Verdict } from '../policy';

export const mayReadTrail = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'auditor') || hasRole(actor, 'administrator'),
    'Only an auditor or an administrator can read the trail.',
  );

export const mayExportTrail = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'auditor'), 'Only an auditor can download the trail.');
