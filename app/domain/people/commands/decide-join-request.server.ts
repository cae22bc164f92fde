import { z } from 'zod';
import { queueMail } from '~/platform/mail-queue.server';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { joinDecidedLetter } from '../letters/letters.server';
import { lockedJoinRequest } from '../locked-rows.server';
import { verifyAffiliation } from '../person-emails.server';
import { mayDecideJoinRequests } from '../person-policy';

/** Accepting verifies the person and, where an organisation was chosen, the affiliation. */
export const decideJoinRequest = command({
  name: 'people.decide-join-request',
  input: z.strictObject({
    request: referenceInput,
    decision: z.enum(['accept', 'decline'], { error: 'Choose whether to accept or to decline' }),
    reason: optionalTextInput(1000),
  }),
  load: ({ tx, input }) => lockedJoinRequest(tx, input.request),
  authorise: mayDecideJoinRequests,
  subject: ({ id }) => ({ noun: 'joinRequest', nounId: id }),
  decide: ({ loaded, input, actor }) => {
    if (loaded.decidedAt)
      return refuse('JoinWasDecided', 'This request was decided already.', { stale: true });
    const accepted = input.decision === 'accept';
    if (!accepted && input.reason === '')
      return refuseField('ReasonIsMissing', 'reason', 'Say why: the person is told');
    const { id, personId, organisationId, address } = loaded;
    return {
      change: {
        ...loaded,
        accepted,
        reason: input.reason,
        deciderId: actor.kind === 'person' ? actor.id : null,
      },
      facts: [
        {
          name: accepted ? 'JoinWasAccepted' : 'JoinWasDeclined',
          noun: 'joinRequest',
          nounId: id,
          data: { personId, organisationId, written: address !== null },
          personal: { personId, text: { reason: input.reason } },
        },
      ],
    };
  },
  save: async (
    { tx, now, record },
    { id, personId, organisationId, address, accepted, reason, deciderId },
  ) => {
    await tx.joinRequest.update({
      where: { id },
      data: { decidedAt: now, decidedById: deciderId, accepted, decisionReason: reason },
    });
    if (accepted) {
      await tx.person.update({ where: { id: personId }, data: { verifiedAt: now, verifiedBy: 'request' } });
      record({
        name: 'PersonWasVerified',
        noun: 'person',
        nounId: personId,
        data: { by: 'request', joinRequestId: id },
      });
      if (organisationId) record(await verifyAffiliation(tx, personId, organisationId, now, 'coordinator'));
    }
    if (address) await queueMail(tx, joinDecidedLetter(address, accepted, reason));
    return { accepted };
  },
});
