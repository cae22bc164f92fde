import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../question';
import { mayApprove } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

export const returnQuestion = command({
  name: 'questions.return',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say what has to change', 1000) }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayApprove,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question, now }) => {
    if (stateOf(question, now) !== 'awaitingApproval')
      return refuse('QuestionIsNotAwaitingApproval', 'This question no longer awaits approval.', {
        stale: true,
      });
    const data = { teamId: question.teamId, authorId: question.authorId };
    return {
      change: { question, reason: input.reason },
      facts: [{ name: 'QuestionWasReturned', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { question, reason }) => {
    await tx.question.update({
      where: { id: question.id },
      data: { returnedAt: now, returnedReason: reason, updatedAt: now, revision: { increment: 1 } },
    });
    return { reference: question.reference };
  },
});
