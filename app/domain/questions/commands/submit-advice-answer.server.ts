import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { showDuration } from '../../uk-time';
import { mayDecideOnAnswer } from '../advice/advice-policy';
import { lockedAnswer } from '../advice/advice-loading.server';
import { isOpen, stateOf } from '../question';

/** From here on the asking team reads it; it counts if the database clock is before closing. */
export const submitAdviceAnswer = command({
  name: 'questions.submit-advice-answer',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedAnswer(tx, input.reference),
  authorise: (actor, { answer, question }) => mayDecideOnAnswer(actor, answer, question),
  subject: ({ answer }) => ({ noun: 'adviceAnswer', nounId: answer.id }),
  decide: ({ loaded: { answer, question }, now }) => {
    if (answer.submittedAt)
      return refuse('AnswerIsSubmitted', 'You sent this answer already.', { stale: true });
    if (answer.body === '' || answer.limits === '')
      return refuse('AnswerIsUnfinished', 'Write your answer and its limits first.');
    if (!isOpen(stateOf(question, now))) {
      const late = question.closesAt
        ? ` ${showDuration(now.getTime() - question.closesAt.getTime())} ago`
        : '';
      return refuse('DeadlineHasPassed', `This request closed${late}. Your answer stays in your drafts.`);
    }
    const data = { questionId: question.id, teamId: question.teamId };
    return {
      change: answer,
      facts: [{ name: 'AdviceAnswerWasSubmitted', noun: 'adviceAnswer' as const, nounId: answer.id, data }],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.adviceAnswer.update({ where: { id }, data: { submittedAt: now } });
    return { reference };
  },
});
