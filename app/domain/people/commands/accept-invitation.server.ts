import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { anyone } from '../../policy';
import { refuse } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { createAccount } from '../create-account.server';
import { stateOfInvitation } from '../invitations/invitation';
import { carryOutInvitation, lockInvitation } from '../invitations/invitation-rows.server';
import { newPasswordInput } from '../secrets/password-input.server';

const HAS_ACCOUNT = refuse(
  'AddressIsTaken',
  'This address has an account. Sign in, then open the link of the letter again.',
);

/** By somebody new: the letter's link proves the address. */
export const acceptInvitation = command({
  name: 'people.accept-invitation',
  secret: true,
  input: z.strictObject({
    token: z.string().max(100),
    name: textInput('Enter your name', 120),
    password: newPasswordInput,
    peer: z.string().max(100),
  }),
  limit: (_actor, { peer }) => limitAttempts(['tokenFromAddress', peer]),
  load: ({ tx, input }) => lockInvitation(tx, input.token),
  authorise: anyone,
  decide: ({ loaded, input, now, newId }) => {
    if (stateOfInvitation(loaded, now) !== 'open')
      return refuse(
        'InvitationIsNotOpen',
        'This invitation was used, taken back or has expired. Ask for another.',
      );
    const personId = newId();
    const { name, password } = input;
    const text = { name, address: loaded.address };
    return {
      change: { invitation: loaded, personId, name, password },
      facts: [
        {
          name: 'PersonJoined',
          noun: 'person',
          nounId: personId,
          data: { by: 'invitation' },
          personal: { personId, text },
        },
      ],
    };
  },
  save: async ({ tx, now, newId, newReference, record }, { invitation, personId, name, password }) => {
    const { address } = invitation;
    await createAccount(tx, { personId, reference: newReference(), name, address, password, now });
    for (const fact of await carryOutInvitation(tx, invitation, personId, now, newId)) record(fact);
    return { personId };
  },
  rules: { person_email_pkey: HAS_ACCOUNT },
});
