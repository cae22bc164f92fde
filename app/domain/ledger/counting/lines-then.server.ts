import { Prisma } from '~/platform/generated/prisma/client';

const COLUMNS = Prisma.sql`owner_id, award_id, source, organisation_id, amount, planned, actual, firm, ring_fenced, secure, starts_on,
  base, stated_on, estimate, strand_id, level_id, intervention_id, overseas, areas, activities, shared`;

/**
 * The rows of `counted_money` as they were just before an instant, in parts that no line is in twice: what is now and was
 * not changed since, and of what was changed what stood before the first change. Without an instant the table itself.
 */
export const linesThen = (until: Date | undefined): Prisma.Sql[] =>
  until
    ? [
        Prisma.sql`(SELECT id, ${COLUMNS} FROM counted_money n
          WHERE NOT EXISTS (SELECT FROM money_change m WHERE m.line_id = n.id AND m.changed_at >= ${until}))`,
        Prisma.sql`(SELECT line_id AS id, ${COLUMNS} FROM (SELECT DISTINCT ON (m.line_id) m.* FROM money_change m
          WHERE m.changed_at >= ${until} ORDER BY m.line_id, m.changed_at, m.id) s WHERE s.change < 0)`,
      ]
    : [Prisma.raw('counted_money')];
