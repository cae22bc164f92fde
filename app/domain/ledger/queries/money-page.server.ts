import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { chosenSql, LOCAL_KINDS, moneySql, type MoneyFilter } from '../all-money.server';
import { bandsOn } from '../bands/bands-on.server';
import { moneyFilter } from '../filter';
import { mayKeepMoney, mayReadMoney } from '../ledger-policy';
import { alertsOf, sharesOf, UNATTRIBUTED, type Part, type Share } from '../shares';

export interface Totals {
  all: number;
  lines: number;
  firm: number;
  ringFenced: number;
  secure: number;
  planned: number;
  actual: number;
  unpaid: number;
  estimates: number;
  estimated: number;
  local: number;
  overseas: number;
  home: number;
  awards: number;
  pledges: number;
  entered: number;
  noArea: number;
  firstStated: Date | null;
  lastStated: Date | null;
  bases: string[];
}

type Dimension = 'strand' | 'level' | 'area' | 'intervention';
interface Group {
  dimension: Dimension;
  key: string | null;
  name: string | null;
  amount: number;
  lines: number;
  overseas: number;
}

/** All money: what it covers, and how it is shared out. */
export const moneyPage = query({
  name: 'ledger.money',
  input: z.strictObject(moneyFilter),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    if (!actor) return null;
    const [summed, groups, bases, bands] = await Promise.all([
      totalsOf(db, actor, input),
      groupsOf(db, actor, input),
      basesOf(db, actor, input),
      bandsOn(db, now),
    ]);
    const noArea = groups.find(({ dimension, key }) => dimension === 'area' && key === null)?.amount ?? 0;
    const known = bases.map(({ base }) => base);
    const totals: Totals = {
      ...{ ...summed, noArea },
      bases: bases.filter(({ chosen }) => chosen).map(({ base }) => base),
    };
    const of = (dimension: Dimension): Part[] =>
      groups
        .filter((one) => one.dimension === dimension)
        .map(({ key, name, amount, lines }) => ({ key, name: name ?? UNATTRIBUTED, amount, lines }));
    const [strands, levels] = [sharesOf(of('strand')), sharesOf(of('level'))];
    // A line of several areas counts in each, so the shares are of the whole and come to more than it.
    const areas: Share[] = of('area').map((part) => ({
      ...part,
      share: totals.all === 0 ? null : (100 * part.amount) / totals.all,
    }));
    return {
      ...{ totals, strands, levels, areas, bands, filter: input, bases: known },
      interventions: groups
        .filter((one) => one.dimension === 'intervention')
        .map((one) => ({ ...one, name: one.name ?? 'Not said' })),
      alerts: [strands, levels, areas].flatMap((shares) => alertsOf(shares, bands)),
      may: { keep: isAllowed(mayKeepMoney(actor)) },
    };
  },
});

/** Every base that money is stated on, and whether the filter leaves any of it. */
const basesOf = (db: Db, actor: Actor, filter: MoneyFilter): Promise<{ base: string; chosen: boolean }[]> =>
  db.$queryRaw`WITH ${moneySql(actor)}
    SELECT base, bool_or(${chosenSql(filter)}) AS chosen FROM money GROUP BY base ORDER BY base`;

async function totalsOf(
  db: Db,
  actor: Actor,
  filter: MoneyFilter,
): Promise<Omit<Totals, 'noArea' | 'bases'>> {
  const when = (condition: Prisma.Sql) =>
    Prisma.sql`coalesce(sum(amount) FILTER (WHERE ${condition}), 0)::float8`;
  const [row] = await db.$queryRaw<Omit<Totals, 'noArea' | 'bases'>[]>`
    WITH ${moneySql(actor)}
    SELECT coalesce(sum(amount), 0)::float8 AS all, count(*)::int AS lines, ${when(Prisma.sql`firm`)} AS firm,
      ${when(Prisma.sql`ring_fenced`)} AS "ringFenced", ${when(Prisma.sql`secure`)} AS secure,
      coalesce(sum(planned), 0)::float8 AS planned, coalesce(sum(actual), 0)::float8 AS actual,
      count(*) FILTER (WHERE actual IS NULL)::int AS unpaid,
      count(*) FILTER (WHERE estimate)::int AS estimates, ${when(Prisma.sql`estimate`)} AS estimated,
      ${when(Prisma.sql`o.kind = ANY(${LOCAL_KINDS}::text[])`)} AS local,
      ${when(Prisma.sql`overseas`)} AS overseas, ${when(Prisma.sql`NOT overseas`)} AS home,
      ${when(Prisma.sql`source = 'award'`)} AS awards, ${when(Prisma.sql`source = 'pledge'`)} AS pledges,
      ${when(Prisma.sql`source = 'line'`)} AS entered,
      min(stated_on) AS "firstStated", max(stated_on) AS "lastStated"
    FROM money JOIN organisation o ON o.id = money.organisation_id WHERE ${chosenSql(filter)}`;
  if (!row) throw new Error('a sum is always there');
  return row;
}

/** Money by each dimension; terms that nothing is spent on are there too, with nothing. */
const groupsOf = (db: Db, actor: Actor, filter: MoneyFilter): Promise<Group[]> => db.$queryRaw`
  WITH ${moneySql(actor)}, summed(dimension, term_id, amount, lines, overseas) AS (
    SELECT CASE GROUPING(strand_id, level_id, intervention_id) WHEN 3 THEN 'strand' WHEN 5 THEN 'level' ELSE 'intervention' END,
      coalesce(strand_id, level_id, intervention_id), sum(amount)::float8, count(*)::int,
      coalesce(sum(amount) FILTER (WHERE overseas), 0)::float8
    FROM money WHERE ${chosenSql(filter)} GROUP BY GROUPING SETS ((strand_id), (level_id), (intervention_id))
    UNION ALL
    SELECT 'area', a.id, sum(amount)::float8, count(*)::int, coalesce(sum(amount) FILTER (WHERE overseas), 0)::float8
    FROM money LEFT JOIN LATERAL unnest(areas) a(id) ON true WHERE ${chosenSql(filter)} GROUP BY a.id)
  SELECT d.dimension, t.slug AS key, t.name, coalesce(s.amount, 0)::float8 AS amount, coalesce(s.lines, 0) AS lines,
    coalesce(s.overseas, 0)::float8 AS overseas
  FROM (VALUES ('strand', 'strand'), ('level', 'level'), ('area', 'threatArea'), ('intervention', 'interventionType')) d(dimension, scheme)
    JOIN term t ON t.scheme::text = d.scheme AND t.retired_at IS NULL
    LEFT JOIN summed s ON s.dimension = d.dimension AND s.term_id = t.id
  WHERE s.term_id IS NOT NULL OR d.dimension <> 'intervention'
  UNION ALL
  SELECT s.dimension, NULL, NULL, s.amount, s.lines, s.overseas FROM summed s WHERE s.term_id IS NULL
  ORDER BY 1, 4 DESC, 2`;

export type MoneyPage = NonNullable<Awaited<ReturnType<typeof moneyPage.read>>>;
