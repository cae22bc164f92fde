import { z } from 'zod';
import type { Actor, InstallationRole } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayAdministerPeople } from '../person-policy';
import { stateOfPerson } from '../person';

interface Row {
  reference: string;
  name: string;
  address: string | null;
  organisation: string | null;
  roles: InstallationRole[];
  verifiedAt: Date | null;
  suspendedAt: Date | null;
  erasedAt: Date | null;
}

/** Everybody with an account, by name, 25 a page: the administrator's list. */
export const people = query({
  name: 'people.people',
  input: z.strictObject({ q: z.string().max(200).optional(), after: z.string().max(12).optional() }),
  visibleTo: (actor: Actor) => isAllowed(mayAdministerPeople(actor)),
  read: async ({ db, scope, input: { q, after } }) => {
    if (!scope) return null;
    const pattern = `%${(q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows = await db.$queryRaw<Row[]>`
      SELECT p.reference, p.name, p.verified_at AS "verifiedAt", p.suspended_at AS "suspendedAt", p.erased_at AS "erasedAt",
        (SELECT e.address FROM person_email e WHERE e.person_id = p.id AND e."primary") AS address,
        (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
         WHERE a.person_id = p.id AND a.ends_on IS NULL ORDER BY a.verified_at NULLS LAST LIMIT 1) AS organisation,
        ARRAY(SELECT g.role::text FROM installation_role_grant g
              WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS roles
      FROM person p
      WHERE p.merged_into_id IS NULL
        AND (${q ?? null}::text IS NULL OR p.name ILIKE ${pattern} OR EXISTS (
             SELECT FROM person_email e WHERE e.person_id = p.id AND e.address LIKE lower(${pattern})))
        AND (${after ?? null}::text IS NULL OR (lower(p.name) COLLATE "und-x-icu", p.id) >
             (SELECT lower(l.name) COLLATE "und-x-icu", l.id FROM person l WHERE l.reference = ${after ?? null}))
      ORDER BY lower(p.name) COLLATE "und-x-icu", p.id LIMIT 26`;
    const page = rows.slice(0, 25).map(({ verifiedAt, suspendedAt, erasedAt, ...row }) => ({
      ...row,
      state: stateOfPerson({ verifiedAt, suspendedAt, erasedAt }),
    }));
    return { rows: page, next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null };
  },
});
