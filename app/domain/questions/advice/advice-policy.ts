import { isMember, type Actor } from '../../actor';
import { allow, allowIf, hide, type Verdict } from '../../policy';
import { ownsQuestion, type QuestionForPolicy } from '../question-policy';

export interface AnswerForPolicy {
  personId: string;
  submittedAt: Date | null;
}

const isAuthor = (actor: Actor, answer: AnswerForPolicy): boolean =>
  isMember(actor) && actor.id === answer.personId;

/** A draft is its author's alone; once submitted, the asking team reads it too, and nobody else. */
export const maySeeAnswer = (actor: Actor, answer: AnswerForPolicy, question: QuestionForPolicy): Verdict => {
  if (isAuthor(actor, answer)) return allow;
  return answer.submittedAt && ownsQuestion(actor, question) ? allow : hide;
};

/** Acknowledging, and asking to publish: the asking team. */
export const mayHandleAnswer = (
  actor: Actor,
  answer: AnswerForPolicy,
  question: QuestionForPolicy,
): Verdict => {
  const seen = maySeeAnswer(actor, answer, question);
  return seen.kind === 'allow'
    ? allowIf(ownsQuestion(actor, question), 'Only the asking team can do this.')
    : seen;
};

/** Submitting, and deciding about publication: its author. */
export const mayDecideOnAnswer = (
  actor: Actor,
  answer: AnswerForPolicy,
  question: QuestionForPolicy,
): Verdict => {
  const seen = maySeeAnswer(actor, answer, question);
  return seen.kind === 'allow' ? allowIf(isAuthor(actor, answer), 'Only its author can decide this.') : seen;
};
