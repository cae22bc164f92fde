import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { maySignalInterest } from '../question-policy';
import { questionForShare } from '../question-stage.server';

/** One step: whoever is interested also watches. Only the team's side of the chain never learns who. */
export const signalInterest = command({
  name: 'questions.signal-interest',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => questionForShare(tx, input.reference),
  authorise: maySignalInterest,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ loaded: question }) => ({
    change: question,
    facts: [
      {
        name: 'InterestWasSignalled',
        noun: 'question' as const,
        nounId: question.id,
        data: { teamId: question.teamId },
      },
    ],
  }),
  save: async ({ tx, actor, now }, { id, reference }) => {
    if (actor.kind !== 'person') throw new Error('a visitor has no interests');
    await tx.questionInterest.upsert({
      where: { questionId_personId: { questionId: id, personId: actor.id } },
      create: { questionId: id, personId: actor.id, interestedAt: now, watchingSince: now },
      update: { interestedAt: now, watchingSince: now },
    });
    return { reference };
  },
});
