import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOfInvitation } from '../invitations/invitation';
import { mayInvite } from '../person-policy';

export const revokeInvitation = command({
  name: 'people.revoke-invitation',
  input: z.strictObject({ invitation: referenceInput }),
  load: async ({ tx, input }) => {
    const [row] = await tx.$queryRaw<
      { id: string; acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }[]
    >`
      SELECT id, accepted_at AS "acceptedAt", revoked_at AS "revokedAt", expires_at AS "expiresAt"
      FROM invitation WHERE reference = ${input.invitation} FOR UPDATE`;
    return row ?? null;
  },
  authorise: mayInvite,
  subject: ({ id }) => ({ noun: 'invitation', nounId: id }),
  decide: ({ loaded, now }) =>
    stateOfInvitation(loaded, now) === 'open'
      ? {
          change: { id: loaded.id },
          facts: [{ name: 'InvitationWasRevoked', noun: 'invitation', nounId: loaded.id }],
        }
      : refuse('InvitationIsNotOpen', 'This invitation is not waiting any more.', { stale: true }),
  save: async ({ tx, now }, { id }) => {
    await tx.invitation.update({ where: { id }, data: { revokedAt: now } });
    return null;
  },
});
