import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { lockedRequest } from '../loaded-request.server';
import { endedMeanwhile, saveStep, step } from '../request-event.server';
import { mayCancel } from '../request-policy';

/** Takes back what one asked. */
export const cancelRequest = command({
  name: 'requests.cancel-request',
  input: z.strictObject({ reference: referenceInput, text: optionalTextInput(2000) }),
  load: ({ tx, actor, input: { reference } }) => lockedRequest(tx, actor, reference),
  authorise: (actor, { standing }) => mayCancel(actor, standing),
  subject: ({ row }) => ({ noun: 'request', nounId: row.id }),
  decide: ({ input: { text }, loaded, actor, now, newId }) =>
    endedMeanwhile(loaded, now) ?? step(loaded, { kind: 'cancelled', text, actor, newId }),
  save: saveStep,
});
