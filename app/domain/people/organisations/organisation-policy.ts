import { hasRole, type Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';

export const mayCurateOrganisations = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') || hasRole(actor, 'administrator'),
    'Only a coordinator or an administrator changes what Soundings holds about an organisation.',
  );
