import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { mayWatch } from '../question-policy';
import { questionForShare } from '../question-stage.server';

export const watchQuestion = command({
  name: 'questions.watch',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => questionForShare(tx, input.reference),
  authorise: mayWatch,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ loaded: question }) => ({
    change: question,
    facts: [{ name: 'QuestionWasWatched', noun: 'question' as const, nounId: question.id }],
  }),
  save: async ({ tx, actor, now }, { id, reference }) => {
    if (actor.kind !== 'person') throw new Error('a visitor watches nothing');
    await tx.questionInterest.upsert({
      where: { questionId_personId: { questionId: id, personId: actor.id } },
      create: { questionId: id, personId: actor.id, watchingSince: now },
      update: { watchingSince: now },
    });
    return { reference };
  },
});
