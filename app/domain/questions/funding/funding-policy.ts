import {
  hasRole,
  hasTeamRole,
  isMember,
  isWalledFromSome,
  panelRole,
  type Actor,
  type Member,
} from '../../actor';
import { allow, allowIf, deny, hide, type Verdict } from '../../policy';
import { isLive, stateOf } from '../question';
import { knowsOf, mayCheck, ownsQuestion, type QuestionForPolicy } from '../question-policy';

const answersFor = (actor: Member, question: QuestionForPolicy): boolean =>
  [question.authorId, question.seniorResponsibleOwnerId, question.budgetHolderId].includes(actor.id);

/**
 * Who pays, and how surely: the asking team, coordinators, and the auditor once it is settled. Never whoever only
 * scores, whom it could colour, nor anybody who might bid; nor whoever has a conflict about the competition.
 */
export const maySeeFunders = (actor: Actor, question: QuestionForPolicy): Verdict =>
  isMember(actor) &&
  !isWalledFromSome(actor, question.id) &&
  knowsOf(actor, question) &&
  (answersFor(actor, question) ||
    (panelRole(actor, question.id) === undefined &&
      (ownsQuestion(actor, question) || hasRole(actor, 'coordinator') || mayCheck(actor, question))))
    ? allow
    : hide;

/** Named and settled by those who answer for the question and its money, until it is finished. */
export function mayKeepFunders(actor: Actor, question: QuestionForPolicy): Verdict {
  if (maySeeFunders(actor, question).kind !== 'allow') return hide;
  if (!isLive(stateOf(question, actor.asOf))) return deny('This question is finished or withdrawn already.');
  const keeps =
    isMember(actor) &&
    ([question.seniorResponsibleOwnerId, question.budgetHolderId].includes(actor.id) ||
      hasTeamRole(actor, question.teamId, 'author', 'budgetHolder'));
  return allowIf(
    keeps,
    'Only the team’s authors, the senior responsible owner and the budget holder record funders.',
  );
}
