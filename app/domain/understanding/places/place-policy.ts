import { hasRole, hasTeamRole, isMember, type Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';

export interface PlacedThing {
  /** Of a question. */
  teamId: string | null;
  /** Of a finding. */
  submittedById: string | null;
}

/** Where a thing is about: those who asked or shared it, and coordinators. */
export const maySetCountries = (actor: Actor, { teamId, submittedById }: PlacedThing): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') ||
      (teamId !== null && hasTeamRole(actor, teamId, 'author', 'seniorResponsibleOwner')) ||
      (isMember(actor) && submittedById === actor.id),
    'Only those who asked or shared it, and coordinators, say which countries it is about.',
  );
