import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput, textInput } from '../../form-inputs';
import { optionalReferenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { mayChangeOwnAccount } from '../person-policy';

const ASKED = refuse('JoinWasRequested', 'You have asked already. A coordinator will decide.');

/** For people whose address proves nothing: a coordinator decides. */
export const requestToJoin = command({
  name: 'people.request-to-join',
  input: z.strictObject({
    organisation: optionalReferenceInput,
    organisationName: optionalTextInput(200),
    reason: textInput('Say who you are and what you want to do here', 2000),
  }),
  limit: (actor) => limitAttempts(['joinRequest', actor.kind === 'person' ? actor.id : '']),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    const organisation =
      input.organisation === ''
        ? null
        : await tx.organisation.findFirst({
            where: { reference: input.organisation, closedAt: null },
            select: { id: true },
          });
    return { personId: actor.id, verified: actor.verified, organisation };
  },
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: { personId, verified, organisation }, input, newId, newReference }) => {
    if (verified) return refuse('PersonIsMember', 'You are a member already.');
    if (!organisation && input.organisationName === '')
      return refuseField(
        'OrganisationIsMissing',
        'organisation',
        'Choose your organisation, or write its name below',
      );
    const id = newId();
    const { organisationName, reason } = input;
    const organisationId = organisation?.id ?? null;
    return {
      change: { id, reference: newReference(), personId, organisationId, organisationName, reason },
      facts: [
        {
          name: 'JoinWasRequested',
          noun: 'joinRequest',
          nounId: id,
          data: { personId, organisationId },
          personal: { personId, text: { organisationName, reason } },
        },
      ],
    };
  },
  save: async ({ tx, now }, request) => {
    await tx.joinRequest.create({ data: { ...request, requestedAt: now } });
    return { reference: request.reference };
  },
  rules: { join_request_one_open: ASKED },
});
