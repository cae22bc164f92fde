import { z } from 'zod';
import { dayInput, listInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField, type Refusal } from '../../refusal';

const year = z
  .unknown()
  .optional()
  .transform((given, context): number | null => {
    const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
    if (text === '') return null;
    if (/^(18|19|20|21)\d\d$/.test(text)) return Number(text);
    context.addIssue({ code: 'custom', message: 'Enter a year, like 2019' });
    return z.NEVER;
  });

export const datasetFields = {
  name: textInput('Enter what the data are called', 200, 'Name'),
  organisation: z
    .string({ error: 'Choose who holds the data' })
    .min(1, 'Choose who holds the data')
    .pipe(referenceInput),
  holds: textInput('Say what the data hold', 4000, 'What they hold'),
  accessRoute: textInput('Say how somebody gets at them', 2000, 'How to get at them'),
  constraints: optionalTextInput(2000, 'Constraints'),
  coversFrom: year,
  coversTo: year,
  geography: optionalTextInput(300, 'Where'),
  address: optionalTextInput(500, 'DOI or address').refine(
    (text) => text === '' || /^(https?:\/\/|10\.\d{4,9}\/)\S+$/i.test(text),
    'Enter a DOI, like 10.5255/UKDA-SN-1234, or an address that begins with https://',
  ),
  reviewBy: dayInput('Enter when to look at it again'),
  threatAreas: listInput(z.string().max(100)),
};
export type DatasetInput = { [Field in keyof typeof datasetFields]: z.output<(typeof datasetFields)[Field]> };

/** What a field alone cannot say. */
export function wrongIn({ coversFrom, coversTo, reviewBy }: DatasetInput, now: Date): Refusal | null {
  if (coversFrom !== null && coversTo !== null && coversTo < coversFrom)
    return refuseField('YearsAreTurnedRound', 'coversTo', 'The last year cannot be before the first');
  return reviewBy <= now ? refuseField('DayHasPassed', 'reviewBy', 'Enter a day in the future') : null;
}

/** The years in words. */
export function showYears(from: number | null, to: number | null): string {
  if (from === null && to === null) return 'Not stated';
  if (from === null) return `Until ${to}`;
  if (to === null) return `Since ${from}`;
  return from === to ? `${from}` : `${from} to ${to}`;
}

/** A DOI leads to its resolver; anything else is an address already. */
export const addressOf = (text: string): string =>
  text.startsWith('10.') ? `https://doi.org/${text}` : text;
