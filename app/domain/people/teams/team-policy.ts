import { hasRole, hasTeamRole, type Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';

export const mayCreateTeam = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') || hasRole(actor, 'administrator'),
    'Only a coordinator or an administrator sets up a team.',
  );

/** Who belongs to a team and as what: its senior responsible owner, and those who keep house. */
export const mayChangeTeam = (actor: Actor, team: { id: string }): Verdict =>
  allowIf(
    hasTeamRole(actor, team.id, 'seniorResponsibleOwner') ||
      hasRole(actor, 'coordinator') ||
      hasRole(actor, 'administrator'),
    "Only the team's senior responsible owner, a coordinator or an administrator changes its members.",
  );
