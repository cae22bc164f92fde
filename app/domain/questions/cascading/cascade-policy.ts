import { hasRole, hasTeamRole, isMember, teamPlace, type Actor } from '../../actor';
import { allow, allowIf, deny, hide, isAllowed, type Verdict } from '../../policy';
import { isLive, isPublished, stateOf } from '../question';
import { knowsOf, mayCheck, mayRun, ownsQuestion, type QuestionForPolicy } from '../question-policy';

/** Those who run a published question, while it is live. Nobody learns of a question by being sent it. */
export function mayCascade(actor: Actor, question: QuestionForPolicy): Verdict {
  const runs = mayRun(actor, question);
  if (!isAllowed(runs)) return runs;
  return allowIf(
    isPublished(question) && isLive(stateOf(question, actor.asOf)) && question.visibility === 'network',
    'Only a live question that the whole network sees is sent to other levels.',
  );
}

/** Between those who asked, those who were asked, coordinators and, once it is settled, the auditor: which force declined is nobody else's. */
export const maySeeCascades = (
  actor: Actor,
  question: QuestionForPolicy,
  teamIds: readonly string[],
): boolean =>
  isMember(actor) &&
  knowsOf(actor, question) &&
  (ownsQuestion(actor, question) ||
    hasRole(actor, 'coordinator') ||
    mayCheck(actor, question) ||
    teamIds.some((id) => teamPlace(actor, id) !== undefined));

interface Standing {
  teamId: string;
  answer: string | null;
  question: QuestionForPolicy;
}

export const maySeeCascade = (actor: Actor, { teamId, question }: Standing): Verdict =>
  maySeeCascades(actor, question, [teamId]) ? allow : hide;

/** For the team that was asked; late is better than never, while there is still something to answer. */
export function mayAnswerCascade(actor: Actor, standing: Standing): Verdict {
  if (!isAllowed(maySeeCascade(actor, standing))) return hide;
  if (!hasTeamRole(actor, standing.teamId, 'author', 'seniorResponsibleOwner'))
    return deny('Only authors and senior responsible owners of the team that was asked answer.');
  if (standing.answer !== null) return deny('Your team has answered this already.');
  return allowIf(isLive(stateOf(standing.question, actor.asOf)), 'This question is finished or withdrawn.');
}
