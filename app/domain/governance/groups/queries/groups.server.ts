import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { listLimit } from '../../../cursor';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { mayReadGovernance } from '../../governance-policy';
import { groupKinds, groupStates, type Cadence, type GroupKind, type GroupState } from '../group';

export interface GroupLine {
  reference: string;
  name: string;
  kind: GroupKind;
  cadence: Cadence;
  state: GroupState;
  chair: string;
  areas: string;
  members: number;
  decisions: number;
}

export const groupFilters = {
  q: z.string().max(200).optional(),
  kind: z.enum(groupKinds).optional(),
  state: z.enum(groupStates).optional(),
  area: z.string().max(100).optional(),
  level: z.string().max(100).optional(),
  after: z.string().max(12).optional(),
};

/** Groups by name, a page at a time, with how many of each kind are open. */
export const groups = query({
  name: 'governance.groups',
  input: z.strictObject({ ...groupFilters, limit: listLimit }),
  visibleTo: (actor) => (isAllowed(mayReadGovernance(actor)) ? Prisma.sql`true` : null),
  read: async ({ db, scope, input: { q, kind, state = 'open', area, level, after, limit } }) => {
    if (!scope) return null;
    const tagged = (scheme: Prisma.Sql, slug: string) => Prisma.sql`EXISTS (SELECT FROM group_term x
      JOIN term t ON t.id = x.term_id WHERE x.group_id = g.id AND t.scheme::text IN (${scheme}) AND t.slug = ${slug})`;
    const wanted = [
      q && Prisma.sql`g.name ILIKE ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
      kind && Prisma.sql`g.kind = ${kind}::"GroupKind"`,
      Prisma.sql`coalesce(e.kind::text, 'open') = ${state}`,
      area && tagged(Prisma.sql`'threatArea', 'enabler'`, area),
      level && tagged(Prisma.sql`'level'`, level),
      after &&
        Prisma.sql`(lower(g.name) COLLATE "und-x-icu", g.id) >
          (SELECT lower(l.name) COLLATE "und-x-icu", l.id FROM governance_group l WHERE l.reference = ${after})`,
    ].filter((one) => one !== undefined && one !== '');
    const rows = await db.$queryRaw<GroupLine[]>`
      SELECT g.reference, g.name, g.kind::text AS kind, g.cadence::text AS cadence, o.name AS chair,
        coalesce(e.kind::text, 'open') AS state,
        (SELECT coalesce(string_agg(t.name, ', ' ORDER BY t.scheme, t.position), '') FROM group_term x
          JOIN term t ON t.id = x.term_id WHERE x.group_id = g.id AND t.scheme IN ('threatArea', 'enabler')) AS areas,
        (SELECT count(*)::int FROM group_member m WHERE m.group_id = g.id AND m.ends_on IS NULL) AS members,
        (SELECT count(*)::int FROM group_decision d WHERE d.group_id = g.id) AS decisions
      FROM governance_group g JOIN organisation o ON o.id = g.chair_id
        LEFT JOIN group_ending e ON e.group_id = g.id AND e.reopened_on IS NULL
      WHERE ${Prisma.join([scope, ...wanted], ' AND ')}
      ORDER BY lower(g.name) COLLATE "und-x-icu", g.id LIMIT ${limit + 1}`;
    const page = rows.slice(0, limit);
    return { rows: page, next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null };
  },
});
