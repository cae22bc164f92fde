import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { showInstant } from '../../uk-time';
import { referenceInput } from '../../reference-input';
import { answerToken } from '../advice/answer-token.server';
import { knowsOf, mayAnswerAdvice } from '../question-policy';
import { isOpen, stateOf } from '../question';
import { questionForPolicy } from '../question-stage.server';
import { questionLines } from '../tasks/scope';
import { showFee } from '../tasks/terms';

export interface OwnAdviceAnswer {
  question: {
    reference: string;
    title: string;
    summary: string;
    asked: string[];
    fee: string;
  };
  open: boolean;
  /** Until when it can be sent, or why it cannot. */
  until: string;
  reference: string | null;
  submitted: boolean;
  body: string;
  limits: string;
  seen: string;
  may: { write: boolean };
}

/** What one writes, or has written, in answer to a request. */
export const ownAdviceAnswer = query({
  name: 'questions.own-advice-answer',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }): Promise<OwnAdviceAnswer | null> => {
    const question = await questionForPolicy(db, input.reference);
    if (!scope || !question || !knowsOf(actor, question) || !question.route.takesAdvice) return null;
    const own = await db.adviceAnswer.findUnique({
      where: { questionId_personId: { questionId: question.id, personId: scope } },
      select: { reference: true, body: true, limits: true, submittedAt: true },
    });
    const { reference, title, summary, questionsAsked, contractTerms, closesAt } = question;
    const open = isOpen(stateOf(question, now));
    return {
      question: {
        reference,
        title,
        summary,
        asked: questionLines(questionsAsked),
        fee: showFee(contractTerms),
      },
      open,
      until: untilWhen(open, closesAt, now),
      reference: own?.reference ?? null,
      submitted: Boolean(own?.submittedAt),
      body: own?.body ?? '',
      limits: own?.limits ?? '',
      seen: answerToken(own),
      may: { write: isAllowed(mayAnswerAdvice(actor, question)) },
    };
  },
});

function untilWhen(open: boolean, closesAt: Date | null, now: Date): string {
  if (open) return closesAt ? `Answers are due by ${showInstant(closesAt)}` : 'Answers have no closing date';
  return closesAt && closesAt <= now
    ? `It closed on ${showInstant(closesAt)}`
    : 'It takes no answers any more';
}
