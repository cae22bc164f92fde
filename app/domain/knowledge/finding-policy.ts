import { hasRole, isMember, type Actor, type Person } from '../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../policy';
import { readsNetwork } from '../questions/question-policy';
import { isOpenToChange, stands, type FindingState, type VersionState } from './finding';

/** What the policies need to know of a finding. */
export interface FindingStanding {
  submittedById: string | null;
  state: FindingState;
  everPublished: boolean;
  everSubmitted: boolean;
  released: boolean;
  /** The version that is not decided yet, if there is one, and who is writing it. */
  open: { state: VersionState; createdById: string | null } | null;
}

const isCoordinator = (actor: Actor): actor is Person => hasRole(actor, 'coordinator');

/** Verified members, save those who are here only to check or to read what was released. */
export const takesPart = (actor: Actor): actor is Person => readsNetwork(actor) || isCoordinator(actor);

/** The auditor reads what members read; a committee reader without another place, only what was released. */
export const readsPublished = (actor: Actor): boolean => takesPart(actor) || hasRole(actor, 'auditor');

export function maySeeFinding(actor: Actor, finding: FindingStanding): Verdict {
  if (finding.released) return allow;
  if (!isMember(actor)) return hide;
  if (finding.everPublished && readsPublished(actor)) return allow;
  if (finding.submittedById === actor.id) return allow;
  return finding.everSubmitted && isCoordinator(actor) ? allow : hide;
}

/** Deny rather than hide only what the actor may know of. */
const known = (actor: Actor, finding: FindingStanding, verdict: () => Verdict): Verdict => {
  const seen = maySeeFinding(actor, finding);
  return seen.kind === 'allow' ? verdict() : seen;
};

export const mayShareFinding = (actor: Actor): Verdict =>
  allowIf(takesPart(actor), 'Only verified members of the network can share research.');

/** A draft belongs to whoever writes it. */
export const mayEditDraft = (actor: Actor, finding: FindingStanding): Verdict =>
  known(actor, finding, () => {
    if (!isMember(actor) || !finding.open) return deny('There is no draft of this finding to change.');
    const { createdById, state } = finding.open;
    if (createdById !== actor.id) return deny('Only the person who wrote this draft can change it.');
    return allowIf(
      isOpenToChange(state),
      'This was sent for review. It can be changed if the coordinator returns it.',
    );
  });

export const mayReview = (actor: Actor, finding: FindingStanding): Verdict =>
  known(actor, finding, () => {
    if (!isCoordinator(actor)) return deny('Only a coordinator can review a finding.');
    if (finding.open?.state !== 'submitted') return deny('This finding is not waiting for review.');
    return allowIf(
      finding.open.createdById !== actor.id,
      'Another coordinator has to review what you wrote yourself.',
    );
  });

const isCurated =
  (why: string) =>
  (actor: Actor, finding: FindingStanding): Verdict =>
    known(actor, finding, () => {
      if (!isCoordinator(actor)) return deny(why);
      return allowIf(finding.everPublished, 'This finding is not published.');
    });

/** Release is a decision of a named coordinator; so is taking it back. */
export const mayRelease = isCurated('Only a coordinator can release a finding to the public.');
export const mayRetract = isCurated('Only a coordinator can retract or supersede a finding.');
export const mayReaffirm = isCurated('Only a coordinator can set when a finding is looked at again.');

/** From review on, tags are the coordinators' to keep in order. */
export const mayEditTags = (actor: Actor, finding: FindingStanding): Verdict =>
  known(actor, finding, () => {
    if (!isCoordinator(actor)) return deny('Only a coordinator can change the tags of a finding.');
    return allowIf(
      finding.everPublished || finding.open?.state === 'submitted',
      'Its author is still writing it.',
    );
  });

/** Its submitter or a coordinator starts a new version, one at a time. */
export const mayStartVersion = (actor: Actor, finding: FindingStanding): Verdict =>
  known(actor, finding, () => {
    const isOwn = takesPart(actor) && finding.submittedById === actor.id;
    if (!isOwn && !isCoordinator(actor))
      return deny('Only the person who shared a finding, or a coordinator, can start a new version.');
    if (!stands(finding.state)) return deny('Only a published finding can have a new version.');
    return allowIf(!finding.open, 'A new version of this finding is already being written.');
  });

/** Everybody who takes part may rate what stands and say what it changed. */
export const mayUseFinding = (actor: Actor, finding: FindingStanding): Verdict =>
  known(actor, finding, () => {
    if (!takesPart(actor)) return deny('Only verified members of the network can do this.');
    return allowIf(stands(finding.state), 'This finding is no longer current.');
  });
