import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { isLive, stateOf } from '../question';
import { mayRun } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

export const changeVisibility = command({
  name: 'questions.change-visibility',
  input: z.strictObject({
    reference: referenceInput,
    visibility: z.enum(['network', 'invited', 'team'], { error: 'Choose who can see it' }),
  }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayRun,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question, now }) => {
    if (!isLive(stateOf(question, now)))
      return refuse('QuestionIsFinished', 'This question is finished or withdrawn already.');
    if (question.releasedAt)
      return refuse('QuestionIsReleased', 'It is released to the public. Withdraw the release first.');
    const data = { from: question.visibility, to: input.visibility, teamId: question.teamId };
    return {
      change: { question, visibility: input.visibility },
      facts: [{ name: 'QuestionVisibilityWasChanged', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { question, visibility }) => {
    await tx.question.update({
      where: { id: question.id },
      data: { visibility, updatedAt: now, revision: { increment: 1 } },
    });
    return { reference: question.reference };
  },
});
