import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { mayWithdraw } from '../reorganisation-policy';
import { factsOfAll, lockedReorganisation } from '../reorganisation-rows.server';

/** Nothing comes of it. Once something was taken over, only another reorganisation leads back: the database holds that. */
export const withdrawReorganisation = command({
  name: 'succession.withdraw-reorganisation',
  input: z.strictObject({
    reorganisation: referenceInput,
    reason: textInput('Say why nothing comes of it', 1000, 'Reason'),
  }),
  load: async ({ tx, input }) => lockedReorganisation(tx, input.reorganisation),
  authorise: mayWithdraw,
  decide: ({ input: { reason }, loaded, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    return {
      change: { id: loaded.id, reference: loaded.reference, reason, byId: actor.id },
      facts: factsOfAll(loaded, 'ReorganisationWasWithdrawn'),
    };
  },
  save: async ({ tx, now }, { id, reference, reason, byId }) => {
    await tx.reorganisation.update({
      where: { id },
      data: { withdrawnAt: now, withdrawnById: byId, withdrawnReason: reason },
    });
    return { reference };
  },
});
