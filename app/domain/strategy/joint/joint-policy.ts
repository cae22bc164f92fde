import { hasRole, isMember, type Actor } from '../../actor';
import { allow, allowIf, hide, isAllowed, type Verdict } from '../../policy';

export interface JointStanding {
  ownerIds: readonly string[];
  published: boolean;
}

/** Who answers for a team of an organisation signs for it. */
export const signsFor = (actor: Actor, organisationId: string): boolean =>
  isMember(actor) &&
  actor.teams.some(
    (team) => team.organisationId === organisationId && team.roles.includes('seniorResponsibleOwner'),
  );

const isOfOwner = (actor: Actor, { ownerIds }: JointStanding): boolean =>
  isMember(actor) && actor.teams.some(({ organisationId }) => ownerIds.includes(organisationId));

/** A draft is between its owners, the coordinators and the auditor; what was published everybody reads. */
export function maySeeJointSet(actor: Actor, set: JointStanding): Verdict {
  if (set.published) return allow;
  return hasRole(actor, 'coordinator') || hasRole(actor, 'auditor') || isOfOwner(actor, set) ? allow : hide;
}

/** The list holds what each may know of. */
export const mayReadJointSets = (actor: Actor): Verdict =>
  allowIf(isMember(actor), 'Jointly owned sets are for verified members of the network.');

export const mayProposeJointSet = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') ||
      (isMember(actor) && actor.teams.some(({ roles }) => roles.includes('seniorResponsibleOwner'))),
    'Only a senior responsible owner or a coordinator drafts a jointly owned set.',
  );

/** Its text, its publication and its withdrawal: whoever may sign for one of its owners, and coordinators. */
export function mayKeepJointSet(actor: Actor, set: JointStanding): Verdict {
  const seen = maySeeJointSet(actor, set);
  if (!isAllowed(seen)) return seen;
  return allowIf(
    hasRole(actor, 'coordinator') || set.ownerIds.some((id) => signsFor(actor, id)),
    'Only a senior responsible owner of one of its owners, or a coordinator, can do this.',
  );
}

export function maySignJointSet(actor: Actor, set: JointStanding, organisationId: string): Verdict {
  const seen = maySeeJointSet(actor, set);
  if (!isAllowed(seen)) return seen;
  return allowIf(
    set.ownerIds.includes(organisationId) && signsFor(actor, organisationId),
    'Only a senior responsible owner of that organisation signs for it.',
  );
}
