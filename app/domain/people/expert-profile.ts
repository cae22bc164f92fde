import { z } from 'zod';
import { listInput, optionalDayInput, optionalTextInput } from '../form-inputs';
import { referenceInput } from '../reference-input';

export const AVAILABILITIES = {
  available: { name: 'Available', colour: 'green' },
  limited: { name: 'Limited', colour: 'yellow' },
  unavailable: { name: 'Not available', colour: 'red' },
  unstated: { name: 'Not stated', colour: 'grey' },
} as const;
export type Availability = keyof typeof AVAILABILITIES;
export const AVAILABILITY_NAMES = Object.keys(AVAILABILITIES) as [Availability, ...Availability[]];

/** Declared, never checked here and never scored. */
export const CLEARANCES = ['', 'BPSS', 'CTC', 'SC', 'DV'] as const;

/** What somebody would do if asked, whatever they know: willingness is declared apart from expertise. */
export const WILLING = {
  advice: 'Answer requests for advice',
  bids: 'Take part in bids',
  reviews: 'Review and appraise findings',
  panels: 'Sit on panels',
  training: 'Teach or brief teams',
} as const;
export type Willing = keyof typeof WILLING;
export const WILLING_NAMES = Object.keys(WILLING) as [Willing, ...Willing[]];

/** The kinds of terms that say what an expert knows. */
export const EXPERTISE = {
  threatArea: 'Threat areas',
  method: 'Methods',
  discipline: 'Disciplines',
} as const;
export type Expertise = keyof typeof EXPERTISE;

/** After this a profile asks to be confirmed as current. */
export const CONFIRM_AFTER_DAYS = 180;

const DAY_MS = 24 * 60 * 60 * 1000;
export const asksToBeConfirmed = (confirmedAt: Date, now: Date): boolean =>
  now.getTime() - confirmedAt.getTime() > CONFIRM_AFTER_DAYS * DAY_MS;

const MOST_WORDS = 20;

/** Names separated by commas or lines, each once, with a capital. */
const namesInput = z
  .unknown()
  .optional()
  .transform((value, context): string[] => {
    const text = Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '';
    const names = text
      .split(/[,;\n]/)
      .map((name) => name.trim().replaceAll(/\s+/g, ' '))
      .filter(Boolean);
    const tidy = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
    if (tidy.length <= MOST_WORDS && tidy.every((name) => name.length <= 60)) return [...new Set(tidy)];
    context.addIssue({
      code: 'custom',
      message: `Enter ${MOST_WORDS} names or fewer, each of 60 characters or fewer`,
    });
    return z.NEVER;
  });

const webAddressInput = z
  .unknown()
  .optional()
  .transform((value, context): string => {
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '' || (/^https?:\/\/[^\s/]+\.[^\s]+$/.test(text) && text.length <= 300)) return text;
    context.addIssue({
      code: 'custom',
      message: 'Enter a web address like https://www.example.ac.uk/people/name',
    });
    return z.NEVER;
  });

const capacityInput = z
  .unknown()
  .optional()
  .transform((value, context): number | undefined => {
    if (value === undefined || value === null || value === '') return undefined;
    const days = typeof value === 'number' ? value : typeof value === 'string' ? Number(value.trim()) : NaN;
    if (Number.isInteger(days) && days >= 0 && days <= 366) return days;
    context.addIssue({ code: 'custom', message: 'Enter a number of days from 0 to 366' });
    return z.NEVER;
  });

export const expertProfileInput = z.strictObject({
  summary: optionalTextInput(2000),
  threatAreas: listInput(referenceInput),
  methods: listInput(referenceInput),
  disciplines: listInput(referenceInput),
  languages: namesInput,
  regions: namesInput,
  availability: z.enum(AVAILABILITY_NAMES, { error: 'Choose one of these' }).default('unstated'),
  availableFrom: optionalDayInput(),
  capacityDays: capacityInput,
  willingFor: listInput(z.enum(WILLING_NAMES)),
  clearanceLevel: z.enum(CLEARANCES, { error: 'Choose one of the list' }).default(''),
  clearanceSponsor: optionalTextInput(120),
  clearanceExpires: optionalDayInput(),
  interests: optionalTextInput(2000),
  webAddress: webAddressInput,
  listed: z.coerce.boolean().default(false),
  revision: z.coerce.number().int().default(0),
});
