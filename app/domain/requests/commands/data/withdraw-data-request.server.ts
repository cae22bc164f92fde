import { z } from 'zod';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { mayWithdrawData } from '../../data/data-policy';
import { lockedDataRequest } from '../../data/loaded-data-request.server';

/** Whoever asks no longer does. */
export const withdrawDataRequest = command({
  name: 'requests.withdraw-data-request',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedDataRequest(tx, input.reference),
  authorise: (actor, { standing }) => mayWithdrawData(actor, standing),
  subject: ({ request }) => ({ noun: 'dataRequest', nounId: request.id }),
  decide: ({ loaded: { request } }) => ({
    change: request,
    facts: [{ name: 'DataRequestWasWithdrawn', noun: 'dataRequest' as const, nounId: request.id }],
  }),
  save: async ({ tx }, { id, reference }) => {
    await tx.dataRequest.update({ where: { id }, data: { state: 'withdrawn' } });
    return { reference };
  },
});
