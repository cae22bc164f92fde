import { hasRole, isMember, type Actor } from '../../actor';
import {
  maySeeFinding,
  readsPublished,
  takesPart,
  type FindingStanding,
} from '../../knowledge/finding-policy';
import { stands } from '../../knowledge/finding';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../../policy';

/** A finding as the steps from it see it. */
export interface UptakeStanding {
  finding: FindingStanding;
  /** The actor's team asked for it, rated it or recorded what it changed. */
  uses: boolean;
}

/** What became of a finding is for those who read inside; what was released of it, its impact records say. */
export function maySeeUptake(actor: Actor, { finding }: UptakeStanding): Verdict {
  const seen = maySeeFinding(actor, finding);
  if (!isAllowed(seen)) return seen;
  return readsPublished(actor) && finding.everPublished ? allow : hide;
}

/** Coordinators, and the people of teams that use the finding. A recommendation starts from what still stands. */
export function mayRecordStep(actor: Actor, standing: UptakeStanding, isFirst: boolean): Verdict {
  const seen = maySeeUptake(actor, standing);
  if (!isAllowed(seen)) return seen;
  if (!takesPart(actor) || !(standing.uses || hasRole(actor, 'coordinator')))
    return deny(
      'Only coordinators, and the people of teams that asked for, rated or used the finding, record this.',
    );
  return allowIf(!isFirst || stands(standing.finding.state), 'This finding is no longer current.');
}

export interface StepStanding extends UptakeStanding {
  recordedById: string;
  withdrawn: boolean;
}

/** Whoever recorded it, or a coordinator, takes it back. */
export function mayWithdrawStep(actor: Actor, step: StepStanding): Verdict {
  const seen = maySeeUptake(actor, step);
  if (!isAllowed(seen)) return seen;
  const entitled =
    hasRole(actor, 'coordinator') || (isMember(actor) && takesPart(actor) && actor.id === step.recordedById);
  if (!entitled) return deny('Only the person who recorded this, or a coordinator, can withdraw it.');
  return allowIf(!step.withdrawn, 'It is withdrawn already.');
}
