import { ukInstant } from '../uk-time';

const LAST_HOUR = 17;

/** When a day that was given as a deadline ends: 5pm in the UK, an hour that every day has once. */
export function endOfDay(day: Date): Date {
  const instant = ukInstant(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), LAST_HOUR, 0);
  if (!instant) throw new RangeError('a day without five o’clock');
  return instant;
}
