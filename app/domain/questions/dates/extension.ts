import { isMember, isWalledFromQuestion, type Actor } from '../../actor';
import { allowIf, deny, isAllowed, type Verdict } from '../../policy';
import { addDays, showInstant } from '../../uk-time';
import { isOpen, isPublished, stateOf } from '../question';
import { mayRun, type QuestionForPolicy } from '../question-policy';

/** Longer than this is another competition. */
export const MOST_DAYS = 90;

const WHO = 'Only the team’s authors, the senior responsible owner and coordinators move a deadline.';

const isCoordinator = (actor: Actor): boolean => isMember(actor) && actor.roles.includes('coordinator');

/** Who takes part in moving the closing of a question: never somebody with a conflict about it. */
export function mayProposeExtension(actor: Actor, question: QuestionForPolicy): Verdict {
  const run = mayRun(actor, question);
  if (run.kind === 'hide') return run;
  if (!isPublished(question)) return deny('Only a published question has a deadline to move.');
  if (isWalledFromQuestion(actor, question.id))
    return deny('A confirmed conflict of interest keeps you from moving this deadline.');
  return allowIf(isAllowed(run) || isCoordinator(actor), WHO);
}

/** The senior responsible owner or a coordinator, and never whoever proposed it. */
export function mayConfirmExtension(
  actor: Actor,
  question: QuestionForPolicy,
  proposedById: string,
): Verdict {
  const verdict = mayProposeExtension(actor, question);
  if (!isAllowed(verdict) || !isMember(actor)) return verdict;
  if (actor.id === proposedById) return deny('Nobody confirms what they proposed themselves.');
  return allowIf(
    actor.id === question.seniorResponsibleOwnerId || isCoordinator(actor),
    'The senior responsible owner or a coordinator confirms a later deadline.',
  );
}

/** A window that is still open, and that nothing has ended. */
export const isExtendable = (
  question: QuestionForPolicy,
  now: Date,
): question is QuestionForPolicy & { closesAt: Date; publishedAt: Date } =>
  question.closesAt !== null && question.publishedAt !== null && isOpen(stateOf(question, now));

/** Why a new closing cannot stand; null where it can. */
export function whyNotLater(closesAt: Date | null, now: { closesAt: Date }): string | null {
  if (!closesAt) return 'The clocks change at that hour: choose an hour that happens once';
  if (closesAt <= now.closesAt)
    return `A deadline only moves forward: choose a time after ${showInstant(now.closesAt)}`;
  return closesAt > addDays(now.closesAt, MOST_DAYS)
    ? `Choose a day at most ${MOST_DAYS} days later. For more, withdraw the question and publish it again`
    : null;
}
