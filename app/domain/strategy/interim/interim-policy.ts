import { hasTeamRole, isMember, type Actor } from '../../actor';
import { allowIf, isAllowed, type Verdict } from '../../policy';
import { mayKeepStrategy } from '../strategy-policy';

/** Those who answer for a team say what comes first for their organisation meanwhile. */
export const mayAddInterimSet = (actor: Actor): Verdict =>
  allowIf(
    isMember(actor) && actor.teams.some(({ roles }) => roles.includes('seniorResponsibleOwner')),
    'Only the senior responsible owner of a team adds an interim set.',
  );

export const mayAddInterimSetFor = (actor: Actor, team: { id: string }): Verdict =>
  allowIf(
    hasTeamRole(actor, team.id, 'seniorResponsibleOwner'),
    'Only the senior responsible owner of this team adds an interim set for it.',
  );

/** An interim set is its owner's to end and to map; the others are the coordinators'. */
export function mayKeepSet(actor: Actor, set: { interim: boolean; ownerTeamId: string | null }): Verdict {
  const coordinates = mayKeepStrategy(actor);
  if (isAllowed(coordinates) || !set.interim || set.ownerTeamId === null) return coordinates;
  return allowIf(
    hasTeamRole(actor, set.ownerTeamId, 'seniorResponsibleOwner'),
    'Only the senior responsible owner of its team, or a coordinator, can do this.',
  );
}
