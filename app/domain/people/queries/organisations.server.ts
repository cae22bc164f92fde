import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { listLimit } from '../../cursor';
import { query } from '../../query.server';
import { ORGANISATION_KIND_NAMES } from '../organisations/organisation';
import { Prisma } from '~/platform/generated/prisma/client';

export interface OrganisationRow {
  reference: string;
  name: string;
  kind: string;
  level: string | null;
  region: string | null;
  invented: boolean;
  /** What it was called, and what came to it. */
  former: string | null;
  teams: number;
  members: number;
}

/** By name, 25 a page. Counted are people whose affiliation was confirmed. */
export const organisations = query({
  name: 'people.organisations',
  input: z.strictObject({
    q: z.string().max(200).optional(),
    kind: z.enum(ORGANISATION_KIND_NAMES).optional(),
    after: z.string().max(12).optional(),
    limit: listLimit,
  }),
  visibleTo: (actor: Actor) => (isMember(actor) ? Prisma.sql`o.merged_into_id IS NULL` : Prisma.sql`false`),
  read: async ({ db, scope, input }) => {
    const { q, kind, after, limit } = input;
    const pattern = `%${(q ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows = await db.$queryRaw<OrganisationRow[]>`
      SELECT o.reference, o.name, o.kind, o.level, o.invented, soundings.former_names(o.id) AS former,
        COALESCE((SELECT r.name FROM organisation r WHERE r.slug = o.region), initcap(o.region)) AS region,
        (SELECT count(*)::int FROM team t WHERE t.organisation_id = o.id AND t.closed_at IS NULL) AS teams,
        (SELECT count(DISTINCT a.person_id)::int FROM affiliation a JOIN person p ON p.id = a.person_id
         WHERE a.organisation_id = o.id AND a.verified_at IS NOT NULL AND a.ends_on IS NULL AND p.erased_at IS NULL) AS members
      FROM organisation o
      WHERE ${scope} AND o.closed_at IS NULL
        AND (${kind ?? null}::text IS NULL OR o.kind = ${kind ?? null})
        AND (${q ?? null}::text IS NULL OR o.name ILIKE ${pattern}
          OR o.id IN (SELECT h.heir_id FROM soundings.organisation_heir h
            JOIN organisation x ON x.id = h.id AND x.closed_at IS NOT NULL WHERE x.name ILIKE ${pattern})
          OR o.id IN (SELECT p.organisation_id FROM reorganisation r JOIN reorganisation_part p ON p.reorganisation_id = r.id
            WHERE r.completed_at IS NOT NULL AND r.former_name ILIKE ${pattern}))
        AND (${after ?? null}::text IS NULL OR (lower(o.name) COLLATE "und-x-icu", o.id) >
             (SELECT lower(l.name) COLLATE "und-x-icu", l.id FROM organisation l WHERE l.reference = ${after ?? null}))
      ORDER BY lower(o.name) COLLATE "und-x-icu", o.id LIMIT ${limit + 1}`;
    const page = rows.slice(0, limit);
    return { rows: page, next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null };
  },
});
