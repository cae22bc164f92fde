import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { hide } from '../../policy';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayCheck, releaseRecord, subjectOfRelease, withheldSome } from '../redaction/load-release.server';
import { CLOSED } from './clarify-request.server';

/** A second person releases the redacted pack as it was prepared, or returns it with a reason. */
export const checkRelease = command({
  name: 'assurance.check-release',
  input: z.strictObject({
    reference: referenceInput,
    decision: z.enum(['release', 'return'], { error: 'Choose whether it is released' }),
    reason: optionalTextInput(2000),
  }),
  load: async ({ tx, actor, input }) => {
    const release = await releaseRecord(tx, input.reference, { locked: true });
    const subject = release && (await subjectOfRelease(tx, actor, release));
    if (!subject || !isPerson(actor)) return null;
    return { release, ...subject, withheld: await withheldSome(tx, actor.id, release) };
  },
  authorise: (actor, { release, verdict, withheld }) =>
    isPerson(actor) ? mayCheck(actor.id, release, verdict, withheld) : hide,
  subject: ({ request }) => ({ noun: 'informationRequest', nounId: request.id }),
  decide: ({ input, loaded: { release, request, question }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (request.closedAt) return CLOSED;
    if (release.releasedAt ?? release.returnedAt)
      return refuse('ReleaseIsSettled', 'It was released or returned already.', { stale: true });
    const releases = input.decision === 'release';
    if (!releases && input.reason === '')
      return refuseField('ReturnNeedsReason', 'reason', 'Say what has to change');
    return {
      change: { id: release.id, reference: release.reference, releases, reason: input.reason, by: actor.id },
      facts: [
        {
          name: releases ? 'PackWasReleased' : 'ReleaseWasReturned',
          noun: 'informationRequest',
          nounId: request.id,
          data: { releaseId: release.id, questionId: question.id, manifest: release.manifestHash },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, releases, reason, by }) => {
    await tx.informationRelease.update({
      where: { id },
      data: releases
        ? { checkedById: by, releasedAt: now }
        : { checkedById: by, returnedAt: now, returnedReason: reason },
    });
    return { reference };
  },
});
