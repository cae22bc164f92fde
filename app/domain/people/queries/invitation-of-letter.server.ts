import { z } from 'zod';
import { hashOfToken } from '~/platform/one-time-tokens.server';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { INSTALLATION_ROLES } from '../person';
import { stateOfInvitation } from '../invitations/invitation';
import { showTeamRoles } from '../teams/team';

/** What an invitation offers, to whoever holds the token of its letter. */
export const invitationOfLetter = query({
  name: 'people.invitation-of-letter',
  input: z.strictObject({ token: z.string().min(20).max(100) }),
  visibleTo: anyone,
  read: async ({ db, input, actor, now }) => {
    const row = await db.invitation.findUnique({
      where: { tokenHash: hashOfToken(input.token) },
      include: { organisation: { select: { name: true } }, team: { select: { name: true } } },
    });
    if (!row) return null;
    const inviter = row.invitedById
      ? await db.person.findUnique({ where: { id: row.invitedById }, select: { name: true } })
      : null;
    const holder = await db.personEmail.findUnique({
      where: { address: row.address },
      select: { personId: true },
    });
    return {
      state: stateOfInvitation(row, now),
      address: row.address,
      name: row.name,
      note: row.note,
      inviter: inviter?.name ?? null,
      organisation: row.organisation?.name ?? null,
      team: row.team?.name ?? null,
      teamRoles: showTeamRoles(row.teamRoles),
      roles: row.installationRoles.map((role) => INSTALLATION_ROLES[role].name),
      asExpert: row.asExpert,
      hasAccount: holder !== null,
      signedInAs: actor.kind === 'person' ? actor.name : null,
      isOwn: actor.kind === 'person' && (holder === null || holder.personId === actor.id),
    };
  },
});
