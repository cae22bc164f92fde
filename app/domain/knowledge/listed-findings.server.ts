import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../actor';
import { findingConditions } from './finding-filter-sql.server';
import type { FindingFilters } from './finding-filters';
import { readsPublished } from './finding-policy';
import { findingsVisibleSql } from './finding-visibility.server';

interface ListScope {
  rows: Prisma.Sql;
  insideNetwork: boolean;
}

/** What the list of findings holds for an actor, on the page and in a file alike. */
export const listScope = (actor: Actor): ListScope => ({
  rows: findingsVisibleSql(actor),
  insideNetwork: readsPublished(actor),
});

/** The findings `f` of the list with their current version `v`: those that stand and that the actor may know of. */
export const listedFindings = (scope: ListScope, filters: FindingFilters): Prisma.Sql => Prisma.sql`
  FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
  WHERE f.published_at IS NOT NULL AND f.retracted_at IS NULL AND f.superseded_at IS NULL
    AND f.merged_into_id IS NULL AND ${scope.rows} ${findingConditions(filters, scope.insideNetwork)}`;

/** Where a finding stands in the list: the next part of the list starts after it. */
export const placeInList = Prisma.sql`
  to_char(f.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || f.id`;

export const inListOrder = Prisma.sql`ORDER BY f.published_at DESC, f.id DESC`;

export function following(place: string | undefined): Prisma.Sql {
  if (!place) return Prisma.empty;
  const [instant, id] = place.split('_');
  return Prisma.sql`AND (f.published_at, f.id) < (${instant}::timestamptz, ${id}::uuid)`;
}
