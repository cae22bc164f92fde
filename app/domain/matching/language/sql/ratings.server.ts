import { Prisma } from '~/platform/generated/prisma/client';
import { readsPublished } from '../../../knowledge/finding-policy';
import { ENOUGH, MIDDLE, PRIOR_STRENGTH } from '../../../ratings/shrinkage';
import type { FormulaName } from '../fields';
import type { Comparison, Test } from '../query-tree';
import { compared, holdsForNone, numberIs, told, toldWhere, type Asker } from './conditions.server';

/** Ratings with what their standing depends on, to be narrowed by WHERE. */
export const RATINGS = Prisma.sql`rating r JOIN finding rated ON rated.id = r.finding_id
  JOIN finding_version rv ON rv.id = r.version_id
  JOIN priority aim ON aim.id = r.priority_id JOIN priority_set held ON held.id = aim.priority_set_id`;

/** `staleReason` of a rating as SQL: of an earlier version, or before its priority set was replaced. */
export const isStaleSql = ({ now }: Asker): Prisma.Sql => {
  const replaced = Prisma.sql`((held.ends_on + 1)::timestamp AT TIME ZONE 'UTC')`;
  return Prisma.sql`(rv.number < rated.current_number
    OR coalesce(${replaced} <= ${now} AND r.changed_at < ${replaced}, false))`;
};

/** What `summarise` counts: a value, no interest, not stale. */
export const countsSql = (asker: Asker): Prisma.Sql =>
  Prisma.sql`r.value IS NOT NULL AND NOT r.interest_declared AND NOT ${isStaleSql(asker)}`;

const grandMean = Prisma.sql`coalesce((SELECT avg(x.value)::float8 FROM rating x JOIN finding y ON y.id = x.finding_id
  WHERE y.released_at IS NOT NULL AND NOT x.interest_declared), ${MIDDLE}::float8)`;

const VALUES: Record<FormulaName, Prisma.Sql> = {
  mean: Prisma.sql`(${PRIOR_STRENGTH}::float8 * ${grandMean} + sum(r.value)) / (${PRIOR_STRENGTH}::float8 + count(*))`,
  variance: Prisma.sql`var_samp(r.value)`,
  count: Prisma.sql`count(*)`,
};

/**
 * Whether a formula over the ratings that count holds for any one priority: the mean drawn towards the grand mean,
 * `(C·m + Σr) ÷ (C + n)`, as pages show it (`ratings/shrinkage.ts`); the sample variance, `Σ(r − r̄)² ÷ (n − 1)`;
 * the largest number of them, 0 where there are none. Unknown for those outside the network, and for mean and
 * variance of fewer than three.
 */
export function formulaSql(formula: FormulaName, by: Comparison, value: number, asker: Asker): Prisma.Sql {
  const byPriority = Prisma.sql`(SELECT r.finding_id, ${VALUES[formula]} AS value, count(*) AS number
    FROM ${RATINGS} WHERE ${countsSql(asker)} GROUP BY r.finding_id, r.priority_id) said`;
  if (formula === 'count')
    return told(readsPublished(asker.actor), mostIs(byPriority, { kind: 'number', by, value }));
  const enough = (narrowed: Prisma.Sql) =>
    Prisma.sql`f.id IN (SELECT said.finding_id FROM ${byPriority} WHERE said.number >= ${ENOUGH} ${narrowed})`;
  const is = enough(Prisma.sql`AND ${compared(Prisma.sql`said.value`, by, value)}`);
  return told(readsPublished(asker.actor), toldWhere(enough(Prisma.empty), is));
}

const mostIs = (byPriority: Prisma.Sql, test: Test): Prisma.Sql => {
  const is = numberIs(Prisma.sql`max(said.number)`, test);
  const those = (narrowed: Prisma.Sql) =>
    Prisma.sql`(SELECT said.finding_id FROM ${byPriority} GROUP BY said.finding_id HAVING ${narrowed})`;
  return holdsForNone(test)
    ? Prisma.sql`f.id NOT IN ${those(Prisma.sql`NOT ${is}`)}`
    : Prisma.sql`f.id IN ${those(is)}`;
};
