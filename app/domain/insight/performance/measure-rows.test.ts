import { expect, test } from 'vitest';
import { Prisma } from '~/platform/generated/prisma/client';
import { useDatabase } from '../../../../tests/support/database';
import { loadHolidays } from '../../questions/calendar.server';
import { workingDaysBetween } from '../../questions/working-days';
import { isoDay } from '../../uk-time';
import { workingDaysSql } from './measure-rows.server';

const store = useDatabase();

test('working days between any two days are those of the calendar, at Christmas and at Easter', async () => {
  const holidays = await loadHolidays(store.db);
  for (const first of ['2026-03-27', '2026-12-18']) {
    const rows = await store.db.$queryRaw<{ from: Date; to: Date; days: number }[]>`
      SELECT f::date AS "from", t::date AS "to", ${workingDaysSql(Prisma.sql`f::date`, Prisma.sql`t::date`)}::int AS days
      FROM generate_series(${first}::date, ${first}::date + 24, interval '1 day') f
        CROSS JOIN generate_series(${first}::date, ${first}::date + 24, interval '1 day') t`;
    expect(rows).toHaveLength(625);
    const said = (days: (row: { from: Date; to: Date; days: number }) => number) =>
      rows.map((row) => `${isoDay(row.from)} to ${isoDay(row.to)}: ${days(row)}`);
    expect(said(({ days }) => days)).toEqual(said(({ from, to }) => workingDaysBetween(from, to, holidays)));
    expect(new Set(rows.map(({ days }) => days)).size).toBeGreaterThan(12);
  }
});
