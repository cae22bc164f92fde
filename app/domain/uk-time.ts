/** UK wall time. Instants are stored as timestamptz and entered and shown in Europe/London; bare dates are UTC midnights. */
const ZONE = 'Europe/London';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const HOUR_MS = 60 * 60 * 1000;
const offsets = new Map<number, number>();

/** How far UK time is ahead of UTC. The clocks change on the hour, so asking the zone once an hour is enough. */
function offsetAt(instant: Date): number {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const found = Object.fromEntries(
    parts.formatToParts(hour * HOUR_MS).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour: at = 0, minute = 0 } = found;
  const offset = Date.UTC(year, month - 1, day, at, minute) - hour * HOUR_MS;
  if (offsets.size >= 10_000) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

function wallOf(instant: Date): Wall {
  const wall = new Date(instant.getTime() + offsetAt(instant));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
  };
}

/** The UK calendar day of an instant, as a bare date (UTC midnight). */
export function ukDay(instant: Date): Date {
  const { year, month, day } = wallOf(instant);
  return new Date(Date.UTC(year, month - 1, day));
}

/** `21 November 2026`, of a bare date. */
export const showDate = (day: Date | string): string => dayFormat.format(new Date(day));

/** `21 November 2026`, the UK day of an instant. */
export const showDay = (instant: Date | string): string => showDate(ukDay(new Date(instant)));

/** `5pm`, `9:30am`, `midday`, `midnight`. */
export function showTime(instant: Date | string): string {
  const { hour, minute } = wallOf(new Date(instant));
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const clock =
    minute === 0
      ? `${((hour + 11) % 12) + 1}`
      : `${((hour + 11) % 12) + 1}:${String(minute).padStart(2, '0')}`;
  return `${clock}${hour < 12 ? 'am' : 'pm'}`;
}

/** `21 November 2026 at 5pm`. */
export const showInstant = (instant: Date | string): string => `${showDay(instant)} at ${showTime(instant)}`;

/**
 * The instant of a UK wall time; null where that hour does not exist (clocks go forward) or exists twice
 * (clocks go back), since nobody could say which was meant.
 */
export function ukInstant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
): Date | null {
  const candidates = [0, 1]
    .map((offset) => new Date(Date.UTC(year, month - 1, day, hour - offset, minute)))
    .filter((instant) => {
      const wall = wallOf(instant);
      return (
        wall.year === year &&
        wall.month === month &&
        wall.day === day &&
        wall.hour === hour &&
        wall.minute === minute
      );
    });
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** `2026-11-21`, for date inputs and machine formats. */
export const isoDay = (day: Date | string): string => new Date(day).toISOString().slice(0, 10);

/** A bare date from year, month and day; null unless that day exists. */
export function bareDate(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year <= 2200 ? date : null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
export const addDays = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS);

/** How far apart in words: `12 days`, `3 hours`, `1 minute`, `less than a minute`. */
export function showDuration(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const words = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return words(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? words(hours, 'hour') : words(Math.floor(hours / 24), 'day');
}

/** `17:05`, the UK time of day, for fields and for "Saved at". */
export function showClockTime(instant: Date | string): string {
  const { hour, minute } = wallOf(new Date(instant));
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
