import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { mayEdit } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

/** Goes on although something near is there; whoever approves the question reads why. */
export const sayWhyNotDuplicate = command({
  name: 'questions.say-why-not-duplicate',
  input: z.strictObject({
    reference: referenceInput,
    nearDuplicateReason: textInput('Say why you ask although these are there', 600),
  }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayEdit,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: { id, reference, teamId, revision } }) => ({
    change: { id, reference, nearDuplicateReason: input.nearDuplicateReason },
    facts: [
      {
        name: 'QuestionDraftWasSaved',
        noun: 'question' as const,
        nounId: id,
        data: { task: 'alreadyAsked', revision: revision + 1, teamId },
      },
    ],
  }),
  save: async ({ tx, now }, { id, reference, nearDuplicateReason }) => {
    await tx.question.update({
      where: { id },
      data: { nearDuplicateReason, updatedAt: now, revision: { increment: 1 } },
    });
    return { reference };
  },
});
