import { hasRole, isMember, type Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';

/** Those who write questions or answer for them weigh; whoever only bids or looks on does not. */
export const mayWeigh = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') ||
      (isMember(actor) &&
        actor.teams.some(
          ({ roles }) => roles.includes('author') || roles.includes('seniorResponsibleOwner'),
        )),
    'Only coordinators, authors and senior responsible owners save weights.',
  );

/** What everybody starts from is one choice for all. */
export const mayWeighForAll = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator'),
    'Only a coordinator chooses the weights that everybody starts from.',
  );
