import { z } from 'zod';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { mayReadGovernance } from '../../governance-policy';

export interface MapRow {
  kind: 'governs' | 'discusses' | 'organisation';
  reference: string;
  name: string;
  /** By the slug of a threat area: letters of the roles, or G or D of a group. */
  marks: Record<string, string>;
}

export interface WhoDoesWhat {
  areas: { slug: string; name: string }[];
  rows: MapRow[];
}

/** So many rows are drawn; more nobody takes in, and the lists hold them all. */
const MOST_ROWS = 150;

/** Who does what about which threat area: groups by their remit, organisations by their roles. */
export const whoDoesWhat = query({
  name: 'governance.who-does-what',
  input: z.strictObject({}),
  visibleTo: (actor) => isAllowed(mayReadGovernance(actor)),
  read: async ({ db, scope }): Promise<WhoDoesWhat | null> => {
    if (!scope) return null;
    const areas = await db.term.findMany({
      where: { scheme: 'threatArea', retiredAt: null, mergedIntoId: null, parentId: null },
      select: { slug: true, name: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    });
    const rows = await db.$queryRaw<MapRow[]>`
      SELECT kind, reference, name, marks FROM (
        SELECT g.kind::text AS kind, g.reference, g.name, CASE g.kind WHEN 'governs' THEN 1 ELSE 2 END AS place,
          jsonb_object_agg(t.slug, CASE g.kind WHEN 'governs' THEN 'G' ELSE 'D' END) AS marks
        FROM governance_group g JOIN group_term x ON x.group_id = g.id
          JOIN term t ON t.id = x.term_id AND t.scheme = 'threatArea'
        WHERE NOT soundings.group_has_ended(g.id) GROUP BY g.id
        UNION ALL
        SELECT 'organisation', o.reference, o.name, 0, jsonb_object_agg(held.slug, held.letters) FROM organisation o
          JOIN (SELECT r.organisation_id, t.slug, string_agg(DISTINCT upper(left(r.role::text, 1)), '') AS letters
            FROM responsibility r JOIN term t ON t.id = r.term_id AND t.scheme = 'threatArea'
            WHERE r.ends_on IS NULL GROUP BY r.organisation_id, t.slug) held ON held.organisation_id = o.id
        GROUP BY o.id) all_rows
      ORDER BY place, lower(name) COLLATE "und-x-icu", reference LIMIT ${MOST_ROWS}`;
    return { areas, rows };
  },
});
