import type { Db } from '~/platform/db.server';

/**
 * England and Wales. Source of all nations: www.gov.uk/bank-holidays, under the Banking and Financial Dealings Act
 * 1971, schedule 1; substitute days are those of the royal proclamations, and of 2028 what the rule gives.
 */
export const BANK_HOLIDAYS = [
  { day: '2026-01-01', name: 'New Year’s Day' },
  { day: '2026-04-03', name: 'Good Friday' },
  { day: '2026-04-06', name: 'Easter Monday' },
  { day: '2026-05-04', name: 'Early May bank holiday' },
  { day: '2026-05-25', name: 'Spring bank holiday' },
  { day: '2026-08-31', name: 'Summer bank holiday' },
  { day: '2026-12-25', name: 'Christmas Day' },
  { day: '2026-12-28', name: 'Boxing Day (substitute day)' },
  { day: '2027-01-01', name: 'New Year’s Day' },
  { day: '2027-03-26', name: 'Good Friday' },
  { day: '2027-03-29', name: 'Easter Monday' },
  { day: '2027-05-03', name: 'Early May bank holiday' },
  { day: '2027-05-31', name: 'Spring bank holiday' },
  { day: '2027-08-30', name: 'Summer bank holiday' },
  { day: '2027-12-27', name: 'Christmas Day (substitute day)' },
  { day: '2027-12-28', name: 'Boxing Day (substitute day)' },
  { day: '2028-01-03', name: 'New Year’s Day (substitute day)' },
  { day: '2028-04-14', name: 'Good Friday' },
  { day: '2028-04-17', name: 'Easter Monday' },
  { day: '2028-05-01', name: 'Early May bank holiday' },
  { day: '2028-05-29', name: 'Spring bank holiday' },
  { day: '2028-08-28', name: 'Summer bank holiday' },
  { day: '2028-12-25', name: 'Christmas Day' },
  { day: '2028-12-26', name: 'Boxing Day' },
] as const;

/** As above, and the St Andrew’s Day Bank Holiday (Scotland) Act 2007. */
const SCOTLAND = [
  { day: '2026-01-01', name: 'New Year’s Day' },
  { day: '2026-01-02', name: '2nd January' },
  { day: '2026-04-03', name: 'Good Friday' },
  { day: '2026-05-04', name: 'Early May bank holiday' },
  { day: '2026-05-25', name: 'Spring bank holiday' },
  // Royal proclamation of 4 February 2026 under section 1(3) of the Act of 1971.
  { day: '2026-06-15', name: 'World Cup bank holiday' },
  { day: '2026-08-03', name: 'Summer bank holiday' },
  { day: '2026-11-30', name: 'St Andrew’s Day' },
  { day: '2026-12-25', name: 'Christmas Day' },
  { day: '2026-12-28', name: 'Boxing Day (substitute day)' },
  { day: '2027-01-01', name: 'New Year’s Day' },
  { day: '2027-01-04', name: '2nd January (substitute day)' },
  { day: '2027-03-26', name: 'Good Friday' },
  { day: '2027-05-03', name: 'Early May bank holiday' },
  { day: '2027-05-31', name: 'Spring bank holiday' },
  { day: '2027-08-02', name: 'Summer bank holiday' },
  { day: '2027-11-30', name: 'St Andrew’s Day' },
  { day: '2027-12-27', name: 'Christmas Day (substitute day)' },
  { day: '2027-12-28', name: 'Boxing Day (substitute day)' },
  { day: '2028-01-03', name: 'New Year’s Day (substitute day)' },
  { day: '2028-01-04', name: '2nd January (substitute day)' },
  { day: '2028-04-14', name: 'Good Friday' },
  { day: '2028-05-01', name: 'Early May bank holiday' },
  { day: '2028-05-29', name: 'Spring bank holiday' },
  { day: '2028-08-07', name: 'Summer bank holiday' },
  { day: '2028-11-30', name: 'St Andrew’s Day' },
  { day: '2028-12-25', name: 'Christmas Day' },
  { day: '2028-12-26', name: 'Boxing Day' },
] as const;

/** The days of England and Wales, and two of its own. */
const NORTHERN_IRELAND = [
  ...BANK_HOLIDAYS,
  { day: '2026-03-17', name: 'St Patrick’s Day' },
  { day: '2026-07-13', name: 'Battle of the Boyne (substitute day)' },
  { day: '2027-03-17', name: 'St Patrick’s Day' },
  { day: '2027-07-12', name: 'Battle of the Boyne' },
  { day: '2028-03-17', name: 'St Patrick’s Day' },
  { day: '2028-07-12', name: 'Battle of the Boyne' },
] as const;

/** Only the clock of the Freedom of Information Act counts those of all; the others go by England and Wales. */
export const NATIONS = {
  'england-and-wales': BANK_HOLIDAYS,
  scotland: SCOTLAND,
  'northern-ireland': NORTHERN_IRELAND,
} as const;

export async function loadCalendar(db: Db): Promise<void> {
  const data = Object.entries(NATIONS).flatMap(([nation, days]) =>
    days.map(({ day, name }) => ({ nation, day: new Date(day), name })),
  );
  await db.bankHoliday.createMany({ data, skipDuplicates: true });
}
