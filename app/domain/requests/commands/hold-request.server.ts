import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { lockedRequest } from '../loaded-request.server';
import { endedMeanwhile, saveStep, step } from '../request-event.server';
import { mayAnswer } from '../request-policy';

/** Says that it is being looked into. Its thirty days go on. */
export const holdRequest = command({
  name: 'requests.hold-request',
  input: z.strictObject({ reference: referenceInput, text: optionalTextInput(2000) }),
  load: ({ tx, actor, input: { reference } }) => lockedRequest(tx, actor, reference),
  authorise: (actor, { standing }) => mayAnswer(actor, standing),
  subject: ({ row }) => ({ noun: 'request', nounId: row.id }),
  decide: ({ input: { text }, loaded, actor, now, newId }) =>
    endedMeanwhile(loaded, now) ?? step(loaded, { kind: 'held', text, actor, newId }),
  save: saveStep,
});
