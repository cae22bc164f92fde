import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayRelease } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

export const withdrawRelease = command({
  name: 'questions.withdraw-release',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why the public may no longer see it', 500),
  }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: mayRelease,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question }) => {
    if (!question.releasedAt) return refuse('QuestionIsNotReleased', 'It is not released.', { stale: true });
    const data = { teamId: question.teamId };
    return {
      change: { question, reason: input.reason },
      facts: [{ name: 'QuestionReleaseWasWithdrawn', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, actor, now }, { question, reason }) => {
    if (actor.kind !== 'person') throw new Error('a visitor withdraws nothing');
    await tx.release.updateMany({
      where: { noun: 'question', nounId: question.id, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawnById: actor.id, withdrawnReason: reason },
    });
    await tx.question.update({ where: { id: question.id }, data: { releasedAt: null, updatedAt: now } });
    return { reference: question.reference };
  },
});
