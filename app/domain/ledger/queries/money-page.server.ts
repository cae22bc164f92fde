import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { kindThenSql } from '../../strategy/on-day/organisations-then.server';
import { inUseThenSql, termNameThenSql } from '../../taxonomy/in-use-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { ukDay } from '../../uk-time';
import { LOCAL_KINDS, type MoneyFilter } from '../counting/all-money.server';
import { bandsOn } from '../bands/bands-on.server';
import { moneyFilter } from '../filter';
import { knownBases } from '../counting/known-bases.server';
import { mayKeepMoney, mayReadMoney } from '../ledger-policy';
import { alertsOf, sharesOf, UNATTRIBUTED, type Part, type Share } from '../shares';
import { summedSql } from '../counting/summed-money.server';

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

/** All money: what it covers, and how it is shared out, against the bands that hold; or as it was known on a day. */
export const moneyPage = query({
  name: 'ledger.money',
  input: z.strictObject({ ...moneyFilter, on: optionalDayInput() }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input: { on, ...filter }, now }) => {
    const day = on ?? ukDay(now);
    if (!actor || day > ukDay(now)) return null;
    const until = on ? await knownUntil(db, day) : undefined;
    const [summed, groups, bases, bands] = await Promise.all([
      totalsOf(db, actor, { ...filter, until }),
      groupsOf(db, actor, { ...filter, until }),
      knownBases(db, actor, until),
      bandsOn(db, day, until),
    ]);
    const noArea = groups.find(({ dimension, key }) => dimension === 'area' && key === null)?.amount ?? 0;
    const totals: Totals = { ...summed, noArea };
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
      ...{ totals, strands, levels, areas, bands, filter, bases, day, asked: until !== undefined },
      interventions: groups
        .filter((one) => one.dimension === 'intervention')
        .map((one) => ({ ...one, name: one.name ?? 'Not said' })),
      alerts: [strands, levels, areas].flatMap((shares) => alertsOf(shares, bands)),
      may: { keep: isAllowed(mayKeepMoney(actor)) },
    };
  },
});

async function totalsOf(db: Db, actor: Actor, filter: MoneyFilter): Promise<Omit<Totals, 'noArea'>> {
  const [row] = await db.$queryRaw<Omit<Totals, 'noArea'>[]>`
    WITH ${summedSql(actor, filter, ['organisation', 'stated'])}, chosen AS (
      SELECT sums.*, ${kindThenSql('o', filter.until ?? null)} = ANY(${LOCAL_KINDS}::text[]) AS local
      FROM sums JOIN organisation o ON o.id::text = sums.key WHERE sums.dimension = 'organisation'
    ), stated AS (SELECT key FROM sums WHERE dimension = 'stated' GROUP BY key HAVING sum(lines) > 0)
    SELECT coalesce(sum(amount), 0)::float8 AS all, coalesce(sum(lines), 0)::int AS lines,
      coalesce(sum(firm), 0)::float8 AS firm, coalesce(sum(ring_fenced), 0)::float8 AS "ringFenced",
      coalesce(sum(secure), 0)::float8 AS secure,
      coalesce(sum(planned), 0)::float8 AS planned, coalesce(sum(actual), 0)::float8 AS actual,
      coalesce(sum(lines) - sum(actual_lines), 0)::int AS unpaid,
      coalesce(sum(estimates), 0)::int AS estimates, coalesce(sum(estimated), 0)::float8 AS estimated,
      coalesce(sum(amount) FILTER (WHERE local), 0)::float8 AS local,
      coalesce(sum(overseas), 0)::float8 AS overseas, coalesce(sum(home), 0)::float8 AS home,
      coalesce(sum(amount) FILTER (WHERE source = 'award'), 0)::float8 AS awards,
      coalesce(sum(amount) FILTER (WHERE source = 'pledge'), 0)::float8 AS pledges,
      coalesce(sum(amount) FILTER (WHERE source = 'line'), 0)::float8 AS entered,
      (SELECT min(key)::date FROM stated) AS "firstStated", (SELECT max(key)::date FROM stated) AS "lastStated",
      ARRAY(SELECT base FROM chosen GROUP BY base HAVING sum(lines) > 0 ORDER BY base) AS bases
    FROM chosen`;
  if (!row) throw new Error('a sum is always there');
  return row;
}

/** Money by each dimension; terms that nothing is spent on are there too, with nothing. */
const groupsOf = (db: Db, actor: Actor, filter: MoneyFilter): Promise<Group[]> => db.$queryRaw`
  WITH ${summedSql(actor, filter, ['strand', 'level', 'intervention', 'areas'])}, keyed(dimension, key, amount, lines, overseas) AS (
    SELECT dimension, key, sum(amount), sum(lines), sum(overseas) FROM sums GROUP BY 1, 2 HAVING sum(lines) > 0
  ), summed(dimension, term_id, amount, lines, overseas) AS (
    SELECT dimension, nullif(key, '')::uuid, amount, lines, overseas FROM keyed WHERE dimension <> 'areas'
    UNION ALL
    SELECT 'area', a.id, sum(amount), sum(lines), sum(overseas)
    FROM keyed LEFT JOIN LATERAL unnest(key::uuid[]) a(id) ON true WHERE dimension = 'areas' GROUP BY a.id)
  SELECT d.dimension, t.slug AS key, ${filter.until ? termNameThenSql('t', filter.until) : Prisma.sql`t.name`} AS name, coalesce(s.amount, 0)::float8 AS amount, coalesce(s.lines, 0)::int AS lines,
    coalesce(s.overseas, 0)::float8 AS overseas
  FROM (VALUES ('strand', 'strand'), ('level', 'level'), ('area', 'threatArea'), ('intervention', 'interventionType')) d(dimension, scheme)
    JOIN term t ON t.scheme::text = d.scheme AND ${filter.until ? inUseThenSql('t', filter.until) : Prisma.sql`t.retired_at IS NULL AND t.merged_into_id IS NULL`}
    LEFT JOIN summed s ON s.dimension = d.dimension AND s.term_id = t.id
  WHERE s.term_id IS NOT NULL OR d.dimension <> 'intervention'
  UNION ALL
  SELECT s.dimension, NULL, NULL, s.amount::float8, s.lines::int, s.overseas::float8 FROM summed s WHERE s.term_id IS NULL
  ORDER BY 1, 4 DESC, 2`;

export type MoneyPage = NonNullable<Awaited<ReturnType<typeof moneyPage.read>>>;
