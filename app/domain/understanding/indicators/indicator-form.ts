import { z } from 'zod';
import { dayInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { spanOf } from '../../strategy/written-date';

const HOW = 'Enter a period like 2018, 2018-04 or 2018-04-01';
const period = (missing: string) => textInput(missing, 10).refine((text) => spanOf(text) !== null, HOW);

const MOST = 1_000_000_000_000;
const value = z.unknown().transform((typed, context): number => {
  if (typeof typed === 'number' && typed >= 0 && typed <= MOST) return typed;
  const text = typeof typed === 'string' ? typed.trim().replaceAll(',', '') : '';
  const read = /^\d+(\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN;
  if (read <= MOST) return read;
  context.addIssue({
    code: 'custom',
    message: text === '' ? 'Enter the figure' : 'Enter a number, like 6,800',
  });
  return z.NEVER;
});

export const addIndicatorInput = z.strictObject({
  area: z.string({ error: 'Choose the threat area' }).min(1, 'Choose the threat area').max(100),
  name: textInput('Give the indicator a name', 150),
  measures: textInput('Say what it measures, and what it does not', 500),
  unit: textInput('Say in what it is counted, like “people”', 60),
  baselineWritten: optionalTextInput(10).refine((text) => text === '' || spanOf(text) !== null, HOW),
});

export const addPointInput = z.strictObject({
  reference: referenceInput,
  periodWritten: period('Enter the period'),
  value,
  source: textInput('Enter the source', 500),
  sourceDate: dayInput('Enter the date of the source'),
});

export const addBreakInput = z.strictObject({
  reference: referenceInput,
  periodWritten: period('Enter the period from which it is counted otherwise'),
  what: textInput('Say what changed', 500),
  source: textInput('Enter the source', 500),
});
