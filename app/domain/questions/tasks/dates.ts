import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { showClockTime, showInstant, ukDay, ukInstant } from '../../uk-time';
import { messages, task, type DraftRow } from './task';

export const DEFAULT_CLOSING_TIME = '17:00';

const fields = {
  closesOn: optionalDayInput(),
  closesTime: z
    .string()
    .optional()
    .refine(
      (value) => value === undefined || /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(value),
      'Enter a time like 17:00',
    ),
};

export const DATES_LABELS = { closesOn: 'Closing day', closesTime: 'Closing time, UK' } as const;

/** The closing instant; null for an hour that does not exist or exists twice. */
export function closingInstant(day: Date, time: string): Date | null {
  const [hour = 17, minute = 0] = time.split(/[:.]/).map(Number);
  if (minute > 59) return null;
  return ukInstant(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), hour, minute);
}

export const closingValues = (row: Pick<DraftRow, 'closesAt'>) => ({
  closesOn: row.closesAt ? ukDay(row.closesAt) : undefined,
  closesTime: row.closesAt ? showClockTime(row.closesAt) : DEFAULT_CLOSING_TIME,
});

export const dates = task({
  slug: 'dates',
  title: 'Dates',
  fields,
  valuesOf: closingValues,
  missing: (values) => messages({ closesOn: !values.closesOn && 'Enter the closing day' }),
  answers: (row) => [{ label: 'Closes', value: row.closesAt ? showInstant(row.closesAt) : '' }],
});
