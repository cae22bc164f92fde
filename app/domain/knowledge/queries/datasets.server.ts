import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayReadDatasets } from '../datasets/dataset-policy';
import { datasetsVisibleSql } from '../datasets/dataset-visibility.server';

export interface DatasetLine {
  id: string;
  reference: string;
  name: string;
  organisation: string;
  accessRoute: string;
  areas: string;
  confirmed: boolean;
  due: boolean;
}

const PAGE = 25;

/** The register by name, a page at a time. */
export const datasets = query({
  name: 'knowledge.datasets',
  input: z.strictObject({
    q: z.string().max(200).optional(),
    area: z.string().max(100).optional(),
    after: z.uuid().optional(),
  }),
  visibleTo: (actor) => (isAllowed(mayReadDatasets(actor)) ? datasetsVisibleSql(actor) : null),
  read: async ({ db, scope, input }) => {
    if (!scope) return null;
    const { q, area, after } = input;
    const said = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    const words = q
      ? Prisma.sql`AND (d.name ILIKE ${said} OR d.holds ILIKE ${said} OR o.name ILIKE ${said})`
      : Prisma.empty;
    const about = area
      ? Prisma.sql`AND EXISTS (SELECT FROM dataset_term x JOIN term t ON t.id = x.term_id
          WHERE x.dataset_id = d.id AND t.scheme = 'threatArea' AND t.slug = ${area})`
      : Prisma.empty;
    const place = after
      ? Prisma.sql`AND (lower(d.name), d.id) > (SELECT lower(y.name), y.id FROM dataset y WHERE y.id = ${after}::uuid)`
      : Prisma.empty;
    const rows = await db.$queryRaw<DatasetLine[]>`
      SELECT d.id, d.reference, d.name, o.name AS organisation, d.access_route AS "accessRoute",
        (SELECT coalesce(string_agg(t.name, ', ' ORDER BY t.position), '') FROM dataset_term x
          JOIN term t ON t.id = x.term_id WHERE x.dataset_id = d.id) AS areas,
        d.confirmed_at IS NOT NULL AS confirmed, d.review_by < soundings.now()::date AS due
      FROM dataset d JOIN organisation o ON o.id = d.organisation_id
      WHERE ${scope} ${words} ${about} ${place}
      ORDER BY lower(d.name), d.id LIMIT ${PAGE + 1}`;
    return { datasets: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null };
  },
});
