import type { Db } from '~/platform/db.server';
import { queueMail } from '~/platform/mail-queue.server';
import { hashOfToken, newToken } from '~/platform/one-time-tokens.server';
import type { FactDraft } from '../../fact';
import { addDays } from '../../uk-time';
import { INVITATION_DAYS, type Grants } from './invitation';
import { invitationLetter } from '../letters/letters.server';
import { verifyAffiliation } from '../person-emails.server';

export interface NewInvitation extends Grants {
  id: string;
  reference: string;
  address: string;
  name: string;
  note: string;
  inviter: { id: string; name: string };
  /** Said in the letter: ` as a member of …`. */
  into: string;
}

/** The row, its letter and its fact. Only the hash of the link's token is kept. */
export async function sendInvitation(tx: Db, now: Date, invitation: NewInvitation): Promise<FactDraft> {
  const { inviter, into, ...row } = invitation;
  const { token, hash } = newToken();
  await tx.invitation.create({
    data: {
      ...row,
      tokenHash: hash,
      invitedById: inviter.id,
      createdAt: now,
      expiresAt: addDays(now, INVITATION_DAYS),
    },
  });
  await queueMail(tx, invitationLetter(row.address, token, { inviter: inviter.name, into, note: row.note }));
  return {
    name: 'PersonWasInvited',
    noun: 'invitation',
    nounId: row.id,
    data: {
      organisationId: row.organisationId,
      teamId: row.teamId,
      roles: [...row.teamRoles, ...row.installationRoles],
    },
  };
}

/** One address has one open invitation; an expired one makes room for the next. */
export async function revokeExpiredInvitations(tx: Db, addresses: string[], now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { address: { in: addresses }, acceptedAt: null, revokedAt: null, expiresAt: { lte: now } },
    data: { revokedAt: now },
  });
}

export interface OpenInvitation extends Grants {
  id: string;
  address: string;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
}

/** By the token of its letter, locked. */
export async function lockInvitation(tx: Db, token: string): Promise<OpenInvitation | null> {
  const [row] = await tx.$queryRaw<OpenInvitation[]>`
    SELECT id, address, organisation_id AS "organisationId", team_id AS "teamId", team_roles::text[] AS "teamRoles",
      installation_roles::text[] AS "installationRoles", as_expert AS "asExpert",
      accepted_at AS "acceptedAt", revoked_at AS "revokedAt", expires_at AS "expiresAt"
    FROM invitation WHERE token_hash = ${hashOfToken(token)} FOR UPDATE`;
  return row ?? null;
}

/** Gives a person what the invitation said. */
export async function carryOutInvitation(
  tx: Db,
  invitation: OpenInvitation,
  personId: string,
  now: Date,
  newId: () => string,
): Promise<FactDraft[]> {
  const { id, organisationId, teamId, teamRoles, installationRoles } = invitation;
  const facts: FactDraft[] = [
    { name: 'InvitationWasAccepted', noun: 'invitation', nounId: id, data: { personId } },
  ];
  const person = (name: string, data: FactDraft['data']) =>
    facts.push({ name, noun: 'person', nounId: personId, data: data ?? {} });
  await tx.invitation.update({ where: { id }, data: { acceptedAt: now, acceptedById: personId } });
  const letIn = await tx.person.updateMany({
    where: { id: personId, verifiedAt: null },
    data: { verifiedAt: now, verifiedBy: 'invitation' },
  });
  if (letIn.count > 0) person('PersonWasVerified', { by: 'invitation', invitationId: id });
  if (organisationId) facts.push(await verifyAffiliation(tx, personId, organisationId, now, 'invitation'));
  if (teamId && teamRoles.length > 0) {
    await tx.teamMembership.updateMany({ where: { teamId, personId, endsAt: null }, data: { endsAt: now } });
    await tx.teamMembership.create({
      data: { id: newId(), teamId, personId, roles: teamRoles, startsAt: now },
    });
    facts.push({
      name: 'TeamMemberWasAdded',
      noun: 'team',
      nounId: teamId,
      data: { personId, roles: teamRoles },
    });
  }
  for (const role of installationRoles) {
    const held = await tx.installationRoleGrant.count({ where: { personId, role, revokedAt: null } });
    if (held > 0) continue;
    await tx.installationRoleGrant.create({ data: { id: newId(), personId, role, grantedAt: now } });
    person('RoleWasGranted', { role, invitationId: id });
  }
  if (invitation.asExpert)
    await tx.$executeRaw`INSERT INTO expert_profile (person_id, confirmed_at) VALUES (${personId}::uuid, ${now})
      ON CONFLICT DO NOTHING`;
  return facts;
}
