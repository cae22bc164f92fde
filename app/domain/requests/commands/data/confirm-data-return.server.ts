import { z } from 'zod';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { mayConfirmReturn } from '../../data/data-policy';
import { lockedDataRequest } from '../../data/loaded-data-request.server';

/** The holder confirms that the data are back, or gone. */
export const confirmDataReturn = command({
  name: 'requests.confirm-data-return',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedDataRequest(tx, input.reference),
  authorise: (actor, { standing }) => mayConfirmReturn(actor, standing),
  subject: ({ request }) => ({ noun: 'dataRequest', nounId: request.id }),
  decide: ({ loaded: { request } }) => ({
    change: request,
    facts: [{ name: 'DataReturnWasConfirmed', noun: 'dataRequest' as const, nounId: request.id }],
  }),
  save: async ({ tx, actor, now }, { id, reference }) => {
    const confirmedById = actor.kind === 'person' ? actor.id : null;
    await tx.dataRequest.update({ where: { id }, data: { confirmedAt: now, confirmedById } });
    return { reference };
  },
});
