import { hasTeamRole, isMember, type Actor } from '../../actor';
import { readsNetwork } from '../../questions/question-policy';

/** A map of what the police do not know would help the wrong people: empty cells stay inside the network. */
export const maySeeGaps = (actor: Actor): boolean => readsNetwork(actor);

/** An empty cell can be filled by those who write questions for a team. */
export const mayRaiseQuestions = (actor: Actor): boolean =>
  isMember(actor) && actor.teams.some(({ teamId }) => hasTeamRole(actor, teamId, 'author'));
