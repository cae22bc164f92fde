import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { mayWatch } from '../question-policy';
import { questionForShare } from '../question-stage.server';

export const stopSeekingPartners = command({
  name: 'questions.stop-seeking-partners',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => questionForShare(tx, input.reference),
  authorise: mayWatch,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ loaded: question }) => ({
    change: question,
    facts: [{ name: 'PartnersWereNoLongerSought', noun: 'question' as const, nounId: question.id }],
  }),
  save: async ({ tx, actor }, { id, reference }) => {
    if (actor.kind === 'person')
      await tx.questionInterest.updateMany({
        where: { questionId: id, personId: actor.id },
        data: { seekingPartnersSince: null, partnerNote: '' },
      });
    return { reference };
  },
});
