import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayEdit } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

/** Only a draft that nobody was ever asked to approve is deleted; the fact stays. */
export const deleteDraft = command({
  name: 'questions.delete-draft',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayEdit,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ loaded: question }) => {
    if (question.submittedAt)
      return refuse('QuestionIsKept', 'A question that was submitted is never deleted. Withdraw it instead.');
    const data = { teamId: question.teamId };
    return {
      change: question,
      facts: [{ name: 'QuestionDraftWasDeleted', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx }, { id }) => {
    await tx.question.delete({ where: { id } });
    return { deleted: true };
  },
});
