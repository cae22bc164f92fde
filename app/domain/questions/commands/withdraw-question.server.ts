import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { isLive, isPublished, stateOf } from '../question';
import { mayWithdraw } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

/** From any live state, for good; the reason stays on the page. */
export const withdrawQuestion = command({
  name: 'questions.withdraw',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why it is withdrawn', 1000) }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayWithdraw,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question, now }) => {
    const state = stateOf(question, now);
    if (!isLive(state))
      return refuse('QuestionIsFinished', 'This question is finished or withdrawn already.', { stale: true });
    const data = { teamId: question.teamId, from: state, wasPublished: isPublished(question) };
    return {
      change: { question, reason: input.reason },
      facts: [{ name: 'QuestionWasWithdrawn', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { question, reason }) => {
    await tx.question.update({
      where: { id: question.id },
      data: { withdrawnAt: now, withdrawnReason: reason, updatedAt: now, revision: { increment: 1 } },
    });
    return { reference: question.reference };
  },
});
