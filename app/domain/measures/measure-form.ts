import { z } from 'zod';
import { optionalDayInput, dayInput, optionalTextInput, textInput } from '../form-inputs';
import { optionalReferenceInput, referenceInput } from '../reference-input';
import { signalConfidences } from '../elicitation/horizon/yardstick';
import { CLASSES, PART_NAMES, WANTED, type MeasureClass, type Wanted } from './measure';
import { PERIOD_KIND_NAMES } from './period';

const LARGEST = 1e12;

/** A figure as typed, with or without commas; null when it is none. */
export function readNumber(given: unknown): number | null {
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  const text = typeof given === 'string' ? given.trim() : '';
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) return null;
  const value = Number(text.replaceAll(',', '')) || 0;
  return Math.abs(value) <= LARGEST ? value : null;
}

const isEmpty = (given: unknown) => given === undefined || given === null || given === '';

export const numberInput = (missing: string) =>
  z
    .unknown()
    .transform((given, context): number => {
      const value = readNumber(given);
      if (value !== null) return value;
      context.addIssue({
        code: 'custom',
        message: isEmpty(given) ? missing : 'Enter a number, like 1,240 or 4.5',
      });
      return z.NEVER;
    })
    .meta({ type: ['string', 'number'] });

export const optionalNumberInput = z
  .unknown()
  .optional()
  .transform((given, context): number | null => {
    if (isEmpty(given)) return null;
    const value = readNumber(given);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'Enter a number, like 1,240 or 4.5' });
    return z.NEVER;
  })
  .meta({ type: ['string', 'number', 'null'] });

export const optionalWhole = (most: number, message: string) =>
  optionalNumberInput.refine(
    (value) => value === null || (Number.isInteger(value) && value >= 0 && value <= most),
    message,
  );

const classes = Object.keys(CLASSES) as [MeasureClass, ...MeasureClass[]];
const directions = Object.keys(WANTED) as [Wanted, ...Wanted[]];

export const measureFields = {
  name: textInput('Enter what the measure is called', 200, 'Name'),
  about: z
    .string({ error: 'Choose what it is about' })
    .regex(/^(priority|area|objective):.{1,100}$/, 'Choose what it is about'),
  class: z.enum(classes, { error: 'Choose whether it counts an input, an output or an outcome' }),
  part: z.enum(PART_NAMES, { error: 'Choose effort, impact or threat reduction' }),
  unit: textInput('Enter what is counted, like victims or %', 60, 'Unit'),
  wanted: z.enum(directions, { error: 'Choose which way is better' }),
  periodKind: z.enum(PERIOD_KIND_NAMES, { error: 'Choose how often it is counted' }),
  baseline: optionalNumberInput,
  baselineOn: optionalDayInput('First day of the baseline period'),
  effectMonths: optionalWhole(240, 'Enter whole months, at most 240'),
  organisation: optionalReferenceInput,
  owner: optionalReferenceInput,
  reviewOn: optionalDayInput('Look at it again on'),
};
export type MeasureInput = { [Field in keyof typeof measureFields]: z.output<(typeof measureFields)[Field]> };

export const definitionFields = {
  definition: textInput('Say exactly what is counted', 4000, 'Definition'),
  method: textInput('Say how it is counted', 4000, 'Method'),
  definitionSource: textInput('Say where the figures come from', 1000, 'Source'),
  holdsFrom: dayInput('Enter from when this definition holds'),
};

export const measureReference = { reference: referenceInput };
export const revisionInput = z.coerce.number().int().positive();

export const valueFields = {
  startsOn: dayInput('Choose the period'),
  value: numberInput('Enter the figure'),
  source: textInput('Say where the figure comes from', 1000, 'Source'),
  confidence: z.enum(signalConfidences, { error: 'Choose how sound the figure is' }),
  note: optionalTextInput(2000, 'Note'),
};
