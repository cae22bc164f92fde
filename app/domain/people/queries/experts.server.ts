import { z } from 'zod';
import { hasRole, isMember, type Actor } from '../../actor';
import { listLimit } from '../../cursor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { AVAILABILITY_NAMES, WILLING_NAMES, type Availability } from '../expert-profile';
import { Prisma } from '~/platform/generated/prisma/client';

export interface ExpertRow {
  reference: string;
  name: string;
  title: string;
  organisation: string | null;
  summary: string;
  availability: Availability;
  invented: boolean;
  threatAreas: string[];
  confirmedAt: Date;
}

/** Who is on the list: verified, active, and not taken off it by themselves. */
function listed(actor: Actor): Prisma.Sql {
  if (!isMember(actor)) return Prisma.sql`false`;
  const keepsHouse = hasRole(actor, 'coordinator') || hasRole(actor, 'administrator');
  const shown = keepsHouse ? Prisma.sql`true` : Prisma.sql`(e.listed OR p.id = ${actor.id}::uuid)`;
  return Prisma.sql`p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
    AND p.merged_into_id IS NULL AND ${shown}`;
}

/** Declared, or named by their works and not rejected. */
const holdsTerm = (reference: string | undefined) =>
  reference === undefined
    ? Prisma.sql`true`
    : Prisma.sql`(EXISTS (SELECT FROM expert_term x JOIN term t ON t.id = x.term_id
        WHERE x.person_id = p.id AND t.reference = ${reference})
      OR EXISTS (SELECT FROM derived_expert_term x JOIN term t ON t.id = x.term_id
        WHERE x.person_id = p.id AND x.rejected_at IS NULL AND t.reference = ${reference}))`;

const names = (column: Prisma.Sql, name: string | undefined) =>
  name === undefined
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT FROM unnest(${column}) l WHERE lower(l) = lower(${name}))`;

/** By name, 25 a page; the filters are those of the address. */
export const experts = query({
  name: 'people.experts',
  input: z.strictObject({
    threat: referenceInput.optional(),
    method: referenceInput.optional(),
    availability: z.enum(AVAILABILITY_NAMES).optional(),
    language: z.string().max(60).optional(),
    region: z.string().max(60).optional(),
    willing: z.enum(WILLING_NAMES).optional(),
    after: z.string().max(12).optional(),
    limit: listLimit,
  }),
  visibleTo: listed,
  read: async ({ db, scope, input }) => {
    const { threat, method, availability, language, region, willing, after, limit } = input;
    const rows = await db.$queryRaw<ExpertRow[]>`
      SELECT p.reference, p.name, p.title, p.invented, e.summary, e.availability::text AS availability,
        e.confirmed_at AS "confirmedAt",
        (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
         WHERE a.person_id = p.id AND a.verified_at IS NOT NULL AND a.ends_on IS NULL
         ORDER BY a.starts_on DESC LIMIT 1) AS organisation,
        ARRAY(SELECT t.name FROM expert_term x JOIN term t ON t.id = x.term_id
              WHERE x.person_id = p.id AND t.scheme = 'threatArea' ORDER BY t.position) AS "threatAreas"
      FROM expert_profile e JOIN person p ON p.id = e.person_id
      WHERE ${scope} AND ${holdsTerm(threat)} AND ${holdsTerm(method)}
        AND (${availability ?? null}::text IS NULL OR e.availability::text = ${availability ?? null})
        AND ${names(Prisma.sql`e.languages`, language)} AND ${names(Prisma.sql`e.regions`, region)}
        AND (${willing ?? null}::text IS NULL OR ${willing ?? null} = ANY(e.willing_for))
        AND (${after ?? null}::text IS NULL OR (lower(p.name) COLLATE "und-x-icu", p.id) >
             (SELECT lower(l.name) COLLATE "und-x-icu", l.id FROM person l WHERE l.reference = ${after ?? null}))
      ORDER BY lower(p.name) COLLATE "und-x-icu", p.id LIMIT ${limit + 1}`;
    const page = rows.slice(0, limit);
    return { rows: page, next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null };
  },
});
