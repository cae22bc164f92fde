import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { listLimit } from '../../../cursor';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { LEVELS } from '../../../people/organisations/organisation';
import { mayReadGovernance } from '../../governance-policy';
import { capabilityKinds, stages, type CapabilityKind, type Stage } from '../capability';

export interface CapabilityLine {
  reference: string;
  name: string;
  kind: CapabilityKind;
  stage: Stage | null;
  level: string;
  owner: string;
  areas: string;
  users: number;
  links: number;
}

export const capabilityFilters = {
  q: z.string().max(200).optional(),
  kind: z.enum(capabilityKinds).optional(),
  stage: z.enum(stages).optional(),
  level: z.enum(LEVELS).optional(),
  area: z.string().max(100).optional(),
  after: z.string().max(12).optional(),
};

/** Capabilities and gaps by name, a page at a time. */
export const capabilities = query({
  name: 'governance.capabilities',
  input: z.strictObject({ ...capabilityFilters, limit: listLimit }),
  visibleTo: (actor) => (isAllowed(mayReadGovernance(actor)) ? Prisma.sql`true` : null),
  read: async ({ db, scope, input: { q, kind, stage, level, area, after, limit } }) => {
    if (!scope) return null;
    const wanted = [
      q && Prisma.sql`c.name ILIKE ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
      kind && Prisma.sql`c.kind = ${kind}::"CapabilityKind"`,
      stage && Prisma.sql`c.stage = ${stage}::"CapabilityStage"`,
      level && Prisma.sql`c.level = ${level}`,
      area &&
        Prisma.sql`EXISTS (SELECT FROM capability_term x JOIN term t ON t.id = x.term_id
          WHERE x.capability_id = c.id AND t.scheme IN ('threatArea', 'enabler') AND t.slug = ${area})`,
      after &&
        Prisma.sql`(lower(c.name) COLLATE "und-x-icu", c.id) >
          (SELECT lower(l.name) COLLATE "und-x-icu", l.id FROM capability l WHERE l.reference = ${after})`,
    ].filter((one) => one !== undefined && one !== '');
    const rows = await db.$queryRaw<CapabilityLine[]>`
      SELECT c.reference, c.name, c.kind::text AS kind, c.stage::text AS stage, c.level, o.name AS owner,
        (SELECT coalesce(string_agg(t.name, ', ' ORDER BY t.scheme, t.position), '') FROM capability_term x
          JOIN term t ON t.id = x.term_id WHERE x.capability_id = c.id) AS areas,
        (SELECT count(*)::int FROM capability_user u WHERE u.capability_id = c.id) AS users,
        (SELECT count(*)::int FROM capability_link l WHERE l.capability_id = c.id AND l.unlinked_at IS NULL) AS links
      FROM capability c JOIN organisation o ON o.id = c.owner_id
      WHERE ${Prisma.join([scope, ...wanted], ' AND ')}
      ORDER BY lower(c.name) COLLATE "und-x-icu", c.id LIMIT ${limit + 1}`;
    const page = rows.slice(0, limit);
    return { rows: page, next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null };
  },
});
