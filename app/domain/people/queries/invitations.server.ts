import { z } from 'zod';
import { hasRole, type Actor, type InstallationRole, type TeamRole } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mailIsConfigured } from '~/platform/mail.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { stateOfInvitation } from '../invitations/invitation';
import { mayInvite } from '../person-policy';

interface Row {
  reference: string;
  address: string;
  name: string;
  organisation: string | null;
  team: string | null;
  teamRoles: TeamRole[];
  installationRoles: InstallationRole[];
  asExpert: boolean;
  /** The letter that was kept for want of a mail server, for those who may read it. */
  letterId: string | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

/** Newest first, 25 a page. */
export const invitations = query({
  name: 'people.invitations',
  input: z.strictObject({ after: z.string().max(12).optional() }),
  visibleTo: (actor: Actor) => isAllowed(mayInvite(actor)),
  read: async ({ db, scope, input: { after }, now, actor }) => {
    if (!scope) return null;
    // A kept letter lets its reader in as whom it invites.
    const letter = hasRole(actor, 'administrator')
      ? Prisma.sql`(SELECT m.id FROM mail m WHERE m.to_address = i.address AND m.purpose = 'invitation'
          AND m.kept_at IS NOT NULL AND m.queued_at >= i.created_at ORDER BY m.id DESC LIMIT 1)`
      : Prisma.sql`NULL`;
    const rows = await db.$queryRaw<Row[]>`
      SELECT i.reference, i.address, i.name, o.name AS organisation, t.name AS team, i.created_at AS "createdAt",
        i.team_roles::text[] AS "teamRoles", i.installation_roles::text[] AS "installationRoles",
        i.as_expert AS "asExpert", ${letter} AS "letterId",
        i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt"
      FROM invitation i LEFT JOIN organisation o ON o.id = i.organisation_id LEFT JOIN team t ON t.id = i.team_id
      WHERE i.address <> ''
        AND (${after ?? null}::text IS NULL OR (i.created_at, i.id) <
             (SELECT l.created_at, l.id FROM invitation l WHERE l.reference = ${after ?? null}))
      ORDER BY i.created_at DESC, i.id DESC LIMIT 26`;
    const page = rows.slice(0, 25).map((row) => ({ ...row, state: stateOfInvitation(row, now) }));
    const kept = { sends: mailIsConfigured(), may: { readMail: hasRole(actor, 'administrator') } };
    return { ...kept, rows: page, next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null };
  },
});
