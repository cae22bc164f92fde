import { z } from 'zod';
import { MOST_PENCE, parseMoney } from './money';
import { bareDate } from './uk-time';

/**
 * Inputs that arrive from a form in parts or in words. Each also accepts its own result, because a form is
 * parsed once for its messages and once more by the command.
 */
const parts = z.object({
  day: z.coerce.number().int(),
  month: z.coerce.number().int(),
  year: z.coerce.number().int(),
});

const readDay = (value: unknown): Date | null => {
  if (value instanceof Date) return value;
  if (typeof value === 'string') {
    const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
    return iso ? bareDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
  }
  const read = parts.safeParse(value);
  return read.success ? bareDate(read.data.year, read.data.month, read.data.day) : null;
};

const isMissing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' &&
    !(value instanceof Date) &&
    Object.values(value).every((part) => isMissing(part)));

/** How programs send them in JSON: told to whoever describes an input, no part of reading it. */
const DAY = { type: 'string', format: 'date' };
const MONEY = { type: ['string', 'integer'], description: 'Pence, or pounds as text, like £120,000' };

/** A bare date from three fields `name.day`, `name.month`, `name.year`, or from `2026-11-21`. */
export const dayInput = (missing: string) =>
  z
    .unknown()
    .transform((value, context): Date => {
      const day = isMissing(value) ? null : readDay(value);
      if (day) return day;
      const message = isMissing(value) ? missing : 'Enter a real date, like 21 11 2026';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .meta(DAY);

/** A bare date of an address, `2026-11-21`, of the years that forms take: the database fails on others. */
export const isoDayInput = (message?: string) =>
  z.iso.date(message).refine((day) => readDay(day) !== null, message);

const notADate = (called?: string): string =>
  `Enter a real date${called ? ` for “${called}”` : ''}, like 21 11 2026`;

export const optionalDayInput = (called?: string) =>
  z
    .unknown()
    .optional()
    .transform((value, context): Date | undefined => {
      if (isMissing(value)) return undefined;
      const day = readDay(value);
      if (day) return day;
      context.addIssue({ code: 'custom', message: notADate(called) });
      return z.NEVER;
    })
    .meta(DAY);

/** Pence of an amount as typed, or as it was read before; null where it is none, or more than a column holds. */
function penceOf(value: unknown): number | null {
  const pence = typeof value === 'string' ? parseMoney(value) : value;
  const fits = typeof pence === 'number' && Number.isInteger(pence) && pence >= 0 && pence <= MOST_PENCE;
  return fits ? pence : null;
}

/** An amount as typed (`£120,000`), as pence. */
export const moneyInput = (missing: string) =>
  z
    .unknown()
    .transform((value, context): number => {
      const pence = penceOf(value);
      if (pence !== null) return pence;
      const message = isMissing(value) ? missing : 'Enter an amount in pounds, like £120,000';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .meta(MONEY);

export const optionalMoneyInput = (called?: string) =>
  z
    .unknown()
    .optional()
    .transform((value, context): number | undefined => {
      if (isMissing(value)) return undefined;
      const pence = penceOf(value);
      if (pence !== null) return pence;
      const which = called ? ` for “${called}”` : '';
      context.addIssue({ code: 'custom', message: `Enter an amount in pounds${which}, like £120,000` });
      return z.NEVER;
    })
    .meta(MONEY);

const clean = (text: string): string => text.replaceAll('\r\n', '\n').trim();
const tooLong = (most: number, called?: string): string =>
  `Use ${most.toLocaleString('en-GB')} characters or fewer${called ? ` for “${called}”` : ''}`;

/**
 * Text of one or more lines, trimmed, line ends normalised, of at most so many characters. `called` is the label
 * of the field, for the summary of errors on a page with several.
 */
export const textInput = (missing: string, most: number, called?: string) =>
  z
    .unknown()
    .transform((value, context): string => {
      const text = typeof value === 'string' ? clean(value) : '';
      if (text !== '' && text.length <= most) return text;
      context.addIssue({ code: 'custom', message: text === '' ? missing : tooLong(most, called) });
      return z.NEVER;
    })
    .meta({ type: 'string', minLength: 1, maxLength: most });

/** The same where nothing is an answer: then it is the empty text. */
export const optionalTextInput = (most: number, called?: string) =>
  z
    .unknown()
    .optional()
    .transform((value, context): string => {
      const text = typeof value === 'string' ? clean(value) : '';
      if (text.length <= most) return text;
      context.addIssue({ code: 'custom', message: tooLong(most, called) });
      return z.NEVER;
    })
    .meta({ type: 'string', maxLength: most });

/** A list from checkboxes: nothing ticked is an empty list, one ticked a list of one, and no box counts twice. */
export const listInput = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value): unknown[] => {
    if (isMissing(value)) return [];
    return Array.isArray(value) ? [...new Set<unknown>(value)] : [value];
  }, z.array(item));
