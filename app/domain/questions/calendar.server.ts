import type { Db } from '~/platform/db.server';
import { isoDay } from '../uk-time';
import type { Holidays } from './working-days';

export const NATION = 'england-and-wales';

/** The bank holidays of a nation, for the functions of `working-days`. */
export async function loadHolidays(db: Db, nation = NATION): Promise<Holidays> {
  const rows = await db.bankHoliday.findMany({ where: { nation }, select: { day: true } });
  return new Set(rows.map(({ day }) => isoDay(day)));
}
