import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { isoDay } from '../../uk-time';
import { nextReviewDay, reviewDayOf } from '../dates/review';
import { mayRun } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

/** Its team has looked again: the question, or its answer, still stands. */
export const reaffirmQuestion = command({
  name: 'questions.reaffirm-question',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayRun,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ loaded: question, now }) => {
    if (!reviewDayOf(question, now))
      return refuse('NothingToReaffirm', 'Only an open or an answered question can be confirmed.', {
        stale: true,
      });
    const reviewBy = nextReviewDay(question, now);
    const data = { teamId: question.teamId, reviewBy: isoDay(reviewBy) };
    return {
      change: { question, reviewBy },
      facts: [{ name: 'QuestionWasReaffirmed', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { question, reviewBy }) => {
    await tx.question.update({ where: { id: question.id }, data: { reviewBy, updatedAt: now } });
    return { reference: question.reference };
  },
});
