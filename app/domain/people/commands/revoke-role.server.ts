import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedPerson } from '../locked-rows.server';
import { INSTALLATION_ROLE_NAMES } from '../person';
import { mayAdministerPeople } from '../person-policy';

/** The database refuses to be left without an administrator, whatever two of them do at once. */
export const revokeRole = command({
  name: 'people.revoke-role',
  input: z.strictObject({
    person: referenceInput,
    role: z.enum(INSTALLATION_ROLE_NAMES, { error: 'Choose a role' }),
  }),
  load: ({ tx, input }) => lockedPerson(tx, input.person),
  authorise: mayAdministerPeople,
  subject: ({ id }) => ({ noun: 'person', nounId: id }),
  decide: ({ loaded, input: { role } }) =>
    loaded.roles.includes(role)
      ? {
          change: { personId: loaded.id, role },
          facts: [{ name: 'RoleWasRevoked', noun: 'person', nounId: loaded.id, data: { role } }],
        }
      : refuse('RoleIsNotHeld', 'This person does not hold that role any more.', { stale: true }),
  save: async ({ tx, now }, { personId, role }) => {
    await tx.installationRoleGrant.updateMany({
      where: { personId, role, revokedAt: null },
      data: { revokedAt: now },
    });
    return null;
  },
});
