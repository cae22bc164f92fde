import { z } from 'zod';
import { command } from '../../../command.server';
import { optionalTextInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { CLOSING_NAMES } from '../../data/data-request';
import { mayCloseData } from '../../data/data-policy';
import { lockedDataRequest } from '../../data/loaded-data-request.server';

/** Whoever was given the data says what became of them; then the access is over. */
export const closeDataAccess = command({
  name: 'requests.close-data-access',
  input: z.strictObject({
    reference: referenceInput,
    closing: z.enum(CLOSING_NAMES, { error: 'Choose what became of the data' }),
    note: optionalTextInput(1000, 'How'),
  }),
  load: ({ tx, input }) => lockedDataRequest(tx, input.reference),
  authorise: (actor, { standing }) => mayCloseData(actor, standing),
  subject: ({ request }) => ({ noun: 'dataRequest', nounId: request.id }),
  decide: ({ input: { closing, note }, loaded: { request } }) => ({
    change: { id: request.id, reference: request.reference, closing, note },
    facts: [
      { name: 'DataWereGivenBack', noun: 'dataRequest' as const, nounId: request.id, data: { closing } },
    ],
  }),
  save: async ({ tx, now }, { id, reference, closing, note }) => {
    await tx.dataRequest.update({ where: { id }, data: { closing, closingNote: note, closedAt: now } });
    return { reference };
  },
});
