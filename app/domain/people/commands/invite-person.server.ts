import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { invitationInput } from '../invitations/invitation';
import { revokeExpiredInvitations, sendInvitation } from '../invitations/invitation-rows.server';
import { mayInviteInto } from '../person-policy';

const OPEN = refuseField('InvitationIsOpen', 'address', 'An invitation to this address is waiting already');

export const invitePerson = command({
  name: 'people.invite-person',
  input: invitationInput,
  load: async ({ tx, input }) => {
    const { address, organisation, team } = input;
    return {
      account: await tx.personEmail.count({ where: { address } }),
      organisation: organisation
        ? await tx.organisation.findUnique({
            where: { reference: organisation },
            select: { id: true, name: true },
          })
        : null,
      team: team
        ? await tx.team.findUnique({
            where: { reference: team },
            select: { id: true, name: true, organisationId: true },
          })
        : null,
    };
  },
  authorise: (actor, _loaded, { installationRoles }) => mayInviteInto(actor, installationRoles),
  decide: ({ loaded, input, actor, newId, newReference }) => {
    if (actor.kind !== 'person') return refuse('SignInIsNeeded', 'Sign in first.');
    if (loaded.account > 0)
      return refuseField(
        'AddressHasAccount',
        'address',
        'This address has an account: add the person to a team, or grant a role, instead',
      );
    if (loaded.team && input.teamRoles.length === 0)
      return refuseField('TeamRolesAreMissing', 'teamRoles', 'Choose what the person does in the team');
    if (!loaded.team && input.teamRoles.length > 0)
      return refuseField('TeamIsMissing', 'team', 'Choose the team that these roles are in');
    const { team, organisation } = loaded;
    const { address, name, note, installationRoles, asExpert } = input;
    const into = team
      ? ` as a member of the team ${team.name}`
      : organisation
        ? ` as a member of ${organisation.name}`
        : '';
    return {
      change: {
        id: newId(),
        reference: newReference(),
        address,
        name,
        note,
        installationRoles,
        asExpert,
        organisationId: organisation?.id ?? team?.organisationId ?? null,
        teamId: team?.id ?? null,
        teamRoles: team ? input.teamRoles : [],
        inviter: { id: actor.id, name: actor.name },
        into,
      },
      facts: [],
    };
  },
  save: async ({ tx, now, record }, invitation) => {
    await revokeExpiredInvitations(tx, [invitation.address], now);
    record(await sendInvitation(tx, now, invitation));
    return { address: invitation.address };
  },
  rules: { invitation_one_open: OPEN },
});
