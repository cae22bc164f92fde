import { Prisma } from '~/platform/generated/prisma/client';
import { readsPublished } from '../../../knowledge/finding-policy';
import {
  countsSql as countsWhen,
  isStaleSql as staleWhen,
  RATINGS,
} from '../../../ratings/counted-ratings.server';
import { ENOUGH, MIDDLE, PRIOR_STRENGTH } from '../../../ratings/shrinkage';
import type { FormulaName } from '../fields';
import type { Comparison, Test } from '../query-tree';
import { compared, holdsForNone, numberIs, told, toldWhere, type Asker } from './conditions.server';

/** `staleReason` of a rating as SQL, when it is asked. */
export const isStaleSql = ({ now }: Asker): Prisma.Sql => staleWhen(Prisma.sql`${now}`);

/** What `summarise` counts, when it is asked. */
export const countsSql = ({ now }: Asker): Prisma.Sql => countsWhen(Prisma.sql`${now}`);

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
