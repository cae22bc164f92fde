import { Prisma } from '~/platform/generated/prisma/client';

/**
 * Every organisation with the one that it is now, or each of several where it was divided: merged and reorganised
 * ones are one body, so that an interest in any of them is one in all. To stand first in a `WITH`.
 */
export const BODIES = Prisma.sql`
  heir AS (
    SELECT id, heir_id FROM soundings.organisation_heir
  ), body AS (
    SELECT o.id, coalesce(h.heir_id, o.id) AS one, o.name FROM organisation o
    LEFT JOIN heir h ON h.id = o.id AND NOT EXISTS (SELECT FROM heir n WHERE n.id = h.heir_id)
  )`;
