import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { clarificationState, type ClarificationState } from '../clarifications/clarification';
import { mayRun, type QuestionForPolicy } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';

export interface ClarificationToAnswer {
  reference: string;
  asked: string;
  askedAt: Date;
  state: ClarificationState;
  question: { reference: string; title: string; answersDueAt: Date | null };
}

/** One clarification for those who answer it, without its asker. */
export const clarificationToAnswer = query({
  name: 'questions.clarification-to-answer',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (question: QuestionForPolicy) => isAllowed(mayRun(actor, question)),
  read: async ({ db, scope, input }): Promise<ClarificationToAnswer | null> => {
    const row = await db.clarification.findUnique({
      where: { reference: input.reference },
      select: {
        reference: true,
        asked: true,
        askedAt: true,
        answeredAt: true,
        declinedAt: true,
        question: { select: { reference: true } },
      },
    });
    const question = row && (await questionForPolicy(db, row.question.reference));
    if (!question || !scope(question)) return null;
    const { reference, title, answersDueAt } = question;
    return {
      reference: row.reference,
      asked: row.asked,
      askedAt: row.askedAt,
      state: clarificationState(row),
      question: { reference, title, answersDueAt },
    };
  },
});
