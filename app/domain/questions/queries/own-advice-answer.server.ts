import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
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
    closesAt: Date | null;
  };
  open: boolean;
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
    return {
      question: {
        reference,
        title,
        summary,
        asked: questionLines(questionsAsked),
        fee: showFee(contractTerms),
        closesAt,
      },
      open: isOpen(stateOf(question, now)),
      reference: own?.reference ?? null,
      submitted: Boolean(own?.submittedAt),
      body: own?.body ?? '',
      limits: own?.limits ?? '',
      seen: answerToken(own),
      may: { write: isAllowed(mayAnswerAdvice(actor, question)) },
    };
  },
});
