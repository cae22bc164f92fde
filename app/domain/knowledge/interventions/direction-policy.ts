import { hasRole, type Actor } from '../../actor';
import { allowIf, deny, isAllowed, type Verdict } from '../../policy';
import { maySeeFinding, type FindingStanding } from '../finding-policy';

/** Reading a finding for what it says of an intervention is curation: coordinators do it, by name. */
export function mayRecordDirection(actor: Actor, finding: FindingStanding): Verdict {
  const seen = maySeeFinding(actor, finding);
  if (!isAllowed(seen)) return seen;
  if (!finding.everPublished) return deny('This finding is not published.');
  return allowIf(
    hasRole(actor, 'coordinator'),
    'Only a coordinator records what a finding says of an intervention.',
  );
}
