import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { lockedRequest } from '../loaded-request.server';
import { endedMeanwhile, saveStep, step } from '../request-event.server';
import { mayAnswer } from '../request-policy';

/** Says no, with the reason that the one who asked reads. */
export const declineRequest = command({
  name: 'requests.decline-request',
  input: z.strictObject({ reference: referenceInput, text: textInput('Say why it is declined', 2000) }),
  load: ({ tx, actor, input: { reference } }) => lockedRequest(tx, actor, reference),
  authorise: (actor, { standing }) => mayAnswer(actor, standing),
  subject: ({ row }) => ({ noun: 'request', nounId: row.id }),
  decide: ({ input: { text }, loaded, actor, now, newId }) =>
    endedMeanwhile(loaded, now) ?? step(loaded, { kind: 'declined', text, actor, newId }),
  save: saveStep,
});
