import { Prisma } from '~/platform/generated/prisma/client';
import { isoDay, ukDay } from '../uk-time';

/** Of which day findings are told: as they stand on it, or as they stood at its end. */
export interface ToldOf {
  day: Date;
  past: boolean;
  /** By which earlier day what has to be looked at again had lapsed, where that is another. */
  lapsedBy?: Date;
}

export const lastDayBefore = (until: Date): Date => ukDay(new Date(until.getTime() - 1));

/** As they stood at an instant that ended a UK day, and by then or by an earlier day had lapsed. */
export const toldBy = ({ day, until }: { day: Date; until: Date }): ToldOf => ({
  ...{ day: lastDayBefore(until), past: true, lapsedBy: day },
});

/** By which years of publication, and by whether somebody has to look at them again by the day, findings are narrowed. */
export interface OnlyFindings {
  from?: number | undefined;
  to?: number | undefined;
  fresh?: 'current' | 'pastReview' | undefined;
}

const startOf = (year: number, month: number): Prisma.Sql =>
  Prisma.sql`${isoDay(new Date(Date.UTC(year, month, 1)))}::date`;

/** Whether `year` is one of those; what has none is in no year. */
const ofYears = ({ from, to }: OnlyFindings): Prisma.Sql | null =>
  from === undefined && to === undefined ? null : Prisma.sql`year BETWEEN ${from ?? 0} AND ${to ?? 9999}`;

/** How often a finding that has lapsed is counted, and as lapsed, beside all that stand. */
const LAPSED = { all: [0, 1], current: [-1, 0], pastReview: [1, 1] } as const;

/**
 * Standing findings by the terms that they carry, whoever may read them: `profile`, `mark`, `released`, `review`,
 * `shared`, how many `findings`, and how many of them had `lapsed` by the day; with repeats. Those that lapsed are looked
 * up one by one: people set their day, and it could be any.
 */
export function keptFindingsSql(told: ToldOf, only: OnlyFindings = {}): Prisma.Sql {
  const years = ofYears(only);
  const [found, past] = LAPSED[only.fresh ?? 'all'];
  const lapsed = Prisma.sql`SELECT profile, mark, released, review, shared, n * ${found}::int AS findings, n * ${past}::int AS lapsed
    FROM (${alike(spansOnSql(told, { ...only, fresh: 'pastReview' }), Prisma.sql`count(*)`)}) s`;
  if (only.fresh === 'pastReview') return lapsed;
  return Prisma.sql`${years ? ofYearsSql(told, years) : standingSql(told)} UNION ALL ${lapsed}`;
}

/** Spans by what they are counted as, which are fewer to write out than the spans. */
const alike = (spans: Prisma.Sql, n: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT terms::text AS profile, mark, released, review, shared, n FROM (SELECT terms, mark, released, review, shared, ${n} AS n
      FROM (${spans}) span GROUP BY terms, mark, released, review, shared) summed`;

/** All that stand: years and months as they are kept summed, what changed in the rest of the month one by one. */
function standingSql({ day, past }: ToldOf): Prisma.Sql {
  const [month, year] = [
    startOf(day.getUTCFullYear(), day.getUTCMonth() + 1),
    startOf(day.getUTCFullYear() + 1, 0),
  ];
  return Prisma.sql`
    SELECT profile, mark, released, review, shared, findings, 0 AS lapsed FROM finding_tally
    UNION ALL SELECT profile, mark, released, review, shared, change, 0 FROM finding_tally_change
      ${past ? Prisma.sql`WHERE day < ${month}` : Prisma.empty}
    ${past ? sinceSql(Prisma.sql`${isoDay(day)}::date`, { month, year }) : Prisma.empty}`;
}

/** What changed since, taken back. */
const sinceSql = (on: Prisma.Sql, next: { month: Prisma.Sql; year: Prisma.Sql }): Prisma.Sql => Prisma.sql`
    UNION ALL SELECT profile, mark, released, review, shared, -change, 0 FROM finding_period_tally
      WHERE period = 'year' AND starts >= ${next.year}
    UNION ALL SELECT profile, mark, released, review, shared, -change, 0 FROM finding_period_tally
      WHERE period = 'month' AND starts >= ${next.month} AND starts < ${next.year}
    UNION ALL SELECT profile, mark, released, review, shared, -n, 0 FROM (${alike(
      Prisma.sql`SELECT *, 1 AS change FROM soundings.finding_span WHERE held_from > ${on} AND held_from < ${next.month}
        UNION ALL SELECT *, -1 FROM soundings.finding_span WHERE held_until > ${on} AND held_until < ${next.month}`,
      Prisma.sql`sum(change)`,
    )}) moved`;

/** Those of years of publication: what changed in the calendar years before, and in this one by the day. */
function ofYearsSql({ day, past }: ToldOf, years: Prisma.Sql): Prisma.Sql {
  const [on, began] = [Prisma.sql`${isoDay(day)}::date`, startOf(day.getUTCFullYear(), 0)];
  const kept = Prisma.sql`
    SELECT profile, mark, released, review, shared, change AS findings, 0 AS lapsed FROM finding_year_tally
      WHERE ${years} ${past ? Prisma.sql`AND changed_in < ${day.getUTCFullYear()}` : Prisma.empty}
    UNION ALL SELECT profile, mark, released, review, shared, change, 0 FROM finding_tally_change
      WHERE ${years} ${past ? Prisma.sql`AND day < ${began}` : Prisma.empty}`;
  if (!past) return kept;
  const moved = Prisma.sql`SELECT * FROM (SELECT *, 1 AS change FROM soundings.finding_span WHERE held_from BETWEEN ${began} AND ${on}
    UNION ALL SELECT *, -1 FROM soundings.finding_span WHERE held_until BETWEEN ${began} AND ${on}) m WHERE ${years}`;
  return Prisma.sql`${kept} UNION ALL SELECT *, 0 FROM (${alike(moved, Prisma.sql`sum(change)`)}) moved`;
}

/** Each standing finding, with the same columns but for its `terms` and `holds_until`, and itself as `finding`. */
export function spansOnSql({ day, past, lapsedBy = day }: ToldOf, only: OnlyFindings = {}): Prisma.Sql {
  const [on, lapses] = [Prisma.sql`${isoDay(day)}::date`, Prisma.sql`${isoDay(lapsedBy)}::date`];
  const conditions = [
    past ? Prisma.sql`held_from <= ${on} AND coalesce(held_until > ${on}, true)` : Prisma.sql`true`,
    ofYears(only) ?? Prisma.sql`true`,
    {
      all: Prisma.sql`true`,
      current: Prisma.sql`holds_until >= ${lapses}`,
      pastReview: Prisma.sql`holds_until < ${lapses}`,
    }[only.fresh ?? 'all'],
  ];
  return Prisma.sql`SELECT * FROM ${past ? Prisma.sql`soundings.finding_span` : Prisma.sql`tallied_finding`}
    WHERE ${Prisma.join(conditions, ' AND ')}`;
}
