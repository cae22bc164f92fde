import { z } from 'zod';
import { command } from '../../command.server';
import { listInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { addressInput } from '../email-address';
import { lockedTeam } from '../locked-rows.server';
import { TEAM_ROLE_NAMES } from '../teams/team';
import { mayChangeTeam } from '../teams/team-policy';

const IN_TEAM = refuseField(
  'PersonIsInTeam',
  'address',
  'This person is in the team already. Change their roles below',
);

export const addTeamMember = command({
  name: 'people.add-team-member',
  input: z.strictObject({
    team: referenceInput,
    address: addressInput,
    roles: listInput(z.enum(TEAM_ROLE_NAMES)),
  }),
  load: async ({ tx, input }) => {
    const team = await lockedTeam(tx, input.team);
    const email = await tx.personEmail.findFirst({
      where: {
        address: input.address,
        verifiedAt: { not: null },
        person: { verifiedAt: { not: null }, suspendedAt: null, erasedAt: null },
      },
      select: { personId: true },
    });
    return team && { ...team, personId: email?.personId ?? null };
  },
  authorise: mayChangeTeam,
  subject: ({ id }) => ({ noun: 'team', nounId: id }),
  decide: ({ loaded: { id, personId, closedAt }, input: { roles }, newId }) => {
    if (closedAt) return refuse('TeamIsClosed', 'This team is closed.');
    if (!personId)
      return refuseField(
        'NoMemberUsesAddress',
        'address',
        'No verified member uses this address. Invite the person first',
      );
    if (roles.length === 0)
      return refuseField('TeamRolesAreMissing', 'roles', 'Choose what the person does in the team');
    return {
      change: { id: newId(), teamId: id, personId, roles },
      facts: [{ name: 'TeamMemberWasAdded', noun: 'team', nounId: id, data: { personId, roles } }],
    };
  },
  save: async ({ tx, now }, membership) => {
    await tx.teamMembership.create({ data: { ...membership, startsAt: now } });
    return null;
  },
  rules: { team_membership_one_open: IN_TEAM },
});
