import { hasRole, isMember, type Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';

/** What others follow is told inside the network. */
export const mayReadFollowings = (actor: Actor): Verdict =>
  allowIf(isMember(actor), 'What organisations follow is for verified members of the network.');

const ownsTeamOf = (actor: Actor, organisationId: string | null): boolean =>
  isMember(actor) &&
  actor.teams.some(
    (team) =>
      (organisationId === null || team.organisationId === organisationId) &&
      team.roles.includes('seniorResponsibleOwner'),
  );

const WHO = 'Only a senior responsible owner of the organisation, or a coordinator, says what it follows.';

export const mayDeclare = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator') || ownsTeamOf(actor, null), WHO);

export const mayDeclareFor = (actor: Actor, organisationId: string): Verdict =>
  allowIf(hasRole(actor, 'coordinator') || ownsTeamOf(actor, organisationId), WHO);
