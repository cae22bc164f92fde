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

const startOf = (year: number, month: number): Prisma.Sql =>
  Prisma.sql`${isoDay(new Date(Date.UTC(year, month, 1)))}::date`;

/**
 * Standing findings by the terms that they carry, whoever may read them: `profile`, `mark`, `released`, `review`,
 * `shared`, how many `findings`, and how many of them had `lapsed` by the day; with repeats.
 */
export function keptFindingsSql({ day, past, lapsedBy = day }: ToldOf): Prisma.Sql {
  const on = Prisma.sql`${isoDay(day)}::date`;
  const lapsed = Prisma.sql`${isoDay(lapsedBy)}::date`;
  const month = startOf(day.getUTCFullYear(), day.getUTCMonth() + 1);
  return Prisma.sql`
    SELECT profile, mark, released, review, shared, findings, 0 AS lapsed FROM finding_tally
    UNION ALL SELECT profile, mark, released, review, shared, change, CASE WHEN holds_until < ${lapsed} THEN change ELSE 0 END
      FROM finding_tally_change ${past ? Prisma.sql`WHERE day < ${month}` : Prisma.empty}
    UNION ALL SELECT profile, mark, released, false, false, 0, findings FROM finding_lapse_tally WHERE holds_until < ${lapsed}
    ${past ? sinceSql(on, lapsed, { month, year: startOf(day.getUTCFullYear() + 1, 0) }) : Prisma.empty}`;
}

/** What changed since, taken back: years and months as they are kept summed, the rest of the month one by one. */
const sinceSql = (
  on: Prisma.Sql,
  lapsed: Prisma.Sql,
  next: { month: Prisma.Sql; year: Prisma.Sql },
): Prisma.Sql => Prisma.sql`
    UNION ALL SELECT profile, mark, released, review, shared, -change, 0 FROM finding_period_tally
      WHERE period = 'year' AND starts >= ${next.year}
    UNION ALL SELECT profile, mark, released, review, shared, -change, 0 FROM finding_period_tally
      WHERE period = 'month' AND starts >= ${next.month} AND starts < ${next.year}
    UNION ALL SELECT profile, mark, released, false, false, 0, -change FROM finding_late_tally
      WHERE holds_until < ${lapsed} AND month >= ${next.month}
    UNION ALL SELECT terms::text, mark, released, review, shared, -change, CASE WHEN holds_until < ${lapsed} THEN -change ELSE 0 END
      FROM (SELECT *, 1 AS change FROM soundings.finding_span WHERE held_from > ${on} AND held_from < ${next.month}
        UNION ALL SELECT *, -1 FROM soundings.finding_span WHERE held_until > ${on} AND held_until < ${next.month}) moved`;

/** Each standing finding, with the same columns but for its `terms` and `holds_until`, and itself as `finding`. */
export const spansOnSql = ({ day, past }: ToldOf): Prisma.Sql =>
  past
    ? Prisma.sql`SELECT * FROM soundings.finding_span
        WHERE held_from <= ${isoDay(day)}::date AND coalesce(held_until > ${isoDay(day)}::date, true)`
    : Prisma.sql`SELECT * FROM tallied_finding`;
