import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { lockedRequest } from '../loaded-request.server';
import { endedMeanwhile, saveStep, step } from '../request-event.server';
import { mayCommentOn } from '../request-policy';

/** Says something on the timeline; both sides read it. */
export const commentOnRequest = command({
  name: 'requests.comment-on-request',
  input: z.strictObject({ reference: referenceInput, text: textInput('Enter a comment', 2000) }),
  load: ({ tx, actor, input: { reference } }) => lockedRequest(tx, actor, reference),
  authorise: (actor, { standing }) => mayCommentOn(actor, standing),
  subject: ({ row }) => ({ noun: 'request', nounId: row.id }),
  decide: ({ input: { text }, loaded, actor, now, newId }) =>
    endedMeanwhile(loaded, now) ?? step(loaded, { kind: 'commented', text, actor, newId }),
  save: saveStep,
});
