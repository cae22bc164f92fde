import { pool } from '~/platform/db.server';
import { addDays, isoDay, ukDay, ukInstant } from '~/domain/uk-time';

/** How many days before the loading the invented history begins. */
export const HISTORY_DAYS = 280;

/** The working day of the week (Monday to Friday) so many days before `today`; Friday stands for a weekend. */
export function dayBefore(today: Date, daysAgo: number): Date {
  const day = addDays(today, -daysAgo);
  const weekday = day.getUTCDay();
  if (weekday === 6) return addDays(day, -1);
  return weekday === 0 ? addDays(day, -2) : day;
}

/** An instant of that day by UK wall time. */
export function instantOn(day: Date, hour: number, minute: number): Date {
  const instant = ukInstant(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), hour, minute);
  if (!instant) throw new Error(`${isoDay(day)} has no ${hour}:${minute}`);
  return instant;
}

/** Sets the product's clock of this demonstration or test database; it runs on from there. */
export async function setClock(instant: Date): Promise<void> {
  await pool().query('UPDATE soundings.clock SET shift = $1::timestamptz - clock_timestamp()', [instant]);
}

/** Back to the time of the machine. */
export async function releaseClock(): Promise<void> {
  await pool().query("UPDATE soundings.clock SET shift = interval '0'");
}

export async function todayOfMachine(): Promise<Date> {
  const { rows } = await pool().query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return ukDay(rows[0]?.now ?? new Date());
}
