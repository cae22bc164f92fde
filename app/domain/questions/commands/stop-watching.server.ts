import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { mayWatch } from '../question-policy';
import { questionForShare } from '../question-stage.server';

/** Ends a watch, and with it an interest that was signalled. */
export const stopWatching = command({
  name: 'questions.stop-watching',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => questionForShare(tx, input.reference),
  authorise: mayWatch,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ loaded: question }) => ({
    change: question,
    facts: [{ name: 'QuestionWasUnwatched', noun: 'question' as const, nounId: question.id }],
  }),
  save: async ({ tx, actor }, { id, reference }) => {
    if (actor.kind === 'person')
      await tx.questionInterest.updateMany({
        where: { questionId: id, personId: actor.id },
        data: { watchingSince: null, interestedAt: null },
      });
    return { reference };
  },
});
