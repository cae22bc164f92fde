import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { stateOfInvitation } from '../invitations/invitation';
import { carryOutInvitation, lockInvitation } from '../invitations/invitation-rows.server';
import { mayChangeOwnSecrets } from '../person-policy';

/** By somebody who has an account: the invited address joins it, unless it is there already. */
export const takeUpInvitation = command({
  name: 'people.take-up-invitation',
  input: z.strictObject({ token: z.string().max(100) }),
  load: async ({ tx, actor, input }) => {
    const invitation = await lockInvitation(tx, input.token);
    if (!invitation || actor.kind !== 'person') return null;
    const holder = await tx.personEmail.findUnique({ where: { address: invitation.address } });
    return { invitation, personId: actor.id, holderId: holder?.personId ?? null };
  },
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded, now }) => {
    const { invitation, personId, holderId } = loaded;
    if (stateOfInvitation(invitation, now) !== 'open')
      return refuse(
        'InvitationIsNotOpen',
        'This invitation was used, taken back or has expired. Ask for another.',
      );
    if (holderId && holderId !== personId)
      return refuse(
        'AddressIsTaken',
        'The invited address belongs to another account. Sign in with that one.',
      );
    return { change: { invitation, personId, addAddress: holderId === null }, facts: [] };
  },
  save: async ({ tx, now, newId, record }, { invitation, personId, addAddress }) => {
    const { address } = invitation;
    if (addAddress) await tx.personEmail.create({ data: { address, personId, verifiedAt: now } });
    for (const fact of await carryOutInvitation(tx, invitation, personId, now, newId)) record(fact);
    return null;
  },
});
