import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedPerson } from '../locked-rows.server';
import { INSTALLATION_ROLE_NAMES } from '../person';
import { mayAdministerPeople } from '../person-policy';

/** A role of the installation, dated and by whom. */
export const grantRole = command({
  name: 'people.grant-role',
  input: z.strictObject({
    person: referenceInput,
    role: z.enum(INSTALLATION_ROLE_NAMES, { error: 'Choose a role' }),
  }),
  load: ({ tx, input }) => lockedPerson(tx, input.person),
  authorise: mayAdministerPeople,
  subject: ({ id }) => ({ noun: 'person', nounId: id }),
  decide: ({ loaded, input: { role }, actor, newId }) => {
    if (loaded.erasedAt || loaded.suspendedAt)
      return refuse('PersonIsNotActive', 'A suspended or erased person cannot be given a role.');
    if (loaded.roles.includes(role))
      return refuse('RoleIsHeld', 'This person holds that role already.', { stale: true });
    const grantedById = actor.kind === 'person' ? actor.id : null;
    return {
      change: { id: newId(), personId: loaded.id, role, grantedById },
      facts: [{ name: 'RoleWasGranted', noun: 'person', nounId: loaded.id, data: { role } }],
    };
  },
  save: async ({ tx, now }, grant) => {
    await tx.installationRoleGrant.create({ data: { ...grant, grantedAt: now } });
    await tx.person.updateMany({
      where: { id: grant.personId, verifiedAt: null },
      data: { verifiedAt: now, verifiedBy: 'invitation' },
    });
    return null;
  },
});
