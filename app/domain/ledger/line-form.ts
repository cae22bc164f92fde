import { z } from 'zod';
import { dayInput, listInput, optionalTextInput, textInput } from '../form-inputs';
import { optionalWhole } from '../measures/measure-form';
import { refuseField, type Refusal } from '../refusal';

/** £100bn: more than a country spends on it. */
const MOST_PENCE = 1e13;

/** Pence of an amount as typed; null when it is none. */
export function penceOf(given: unknown): number | null {
  if (typeof given === 'number')
    return Number.isInteger(given) && given >= 0 && given <= MOST_PENCE ? given : null;
  const match =
    typeof given === 'string' ? /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(given.trim()) : null;
  if (!match?.[1]) return null;
  const pence = Number(match[1].replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return pence <= MOST_PENCE ? pence : null;
}

const optionalPence = z
  .unknown()
  .optional()
  .transform((given, context): number | null => {
    if (given === undefined || given === null || given === '') return null;
    const pence = penceOf(given);
    if (pence !== null) return pence;
    context.addIssue({ code: 'custom', message: 'Enter an amount in pounds, like £120,000' });
    return z.NEVER;
  })
  .meta({ type: ['string', 'integer', 'null'] });

const slug = z.string().max(100).default('');
const year = optionalWhole(2200, 'Enter a year, like 2027').refine(
  (value) => value === null || value >= 1990,
  'Enter a year, like 2027',
);

/** One line of the field's own spending. */
export const lineFields = {
  organisation: z.string({ error: 'Choose whose money it is' }).min(1, 'Choose whose money it is').max(100),
  purpose: textInput('Say what the money is for', 300, 'What for'),
  planned: optionalPence,
  actual: optionalPence,
  certainty: z.enum(['firm', 'conditional'], { error: 'Choose whether it is firm' }),
  condition: optionalTextInput(500, 'Condition'),
  ringFenced: z.boolean().optional(),
  secureFrom: year,
  secureUntil: year,
  startsOn: dayInput('Enter the first day of the period'),
  endsOn: dayInput('Enter the last day of the period'),
  base: textInput('Say of what spending it is a part, like front-line spend', 200, 'Base'),
  statedOn: dayInput('Enter of which day the figure is'),
  estimate: z.boolean().optional(),
  source: textInput('Say where the figure comes from', 1000, 'Source'),
  activities: optionalWhole(10_000_000, 'Enter a whole number, or nothing'),
  strand: slug,
  level: slug,
  intervention: slug,
  overseas: z.enum(['', 'yes', 'no']).default(''),
  areas: listInput(z.string().max(100)),
};
export const lineInput = z.strictObject(lineFields);
export type LineInput = z.output<typeof lineInput>;

/** What a field alone cannot say. */
export function wrongInLine(line: LineInput): Refusal | null {
  const { planned, actual, certainty, condition, secureFrom, secureUntil, startsOn, endsOn } = line;
  if (planned === null && actual === null)
    return refuseField('AmountIsMissing', 'planned', 'Enter what was planned, what was spent, or both');
  if ((certainty === 'conditional') !== (condition !== ''))
    return refuseField(
      'ConditionIsUnclear',
      'condition',
      'A condition goes with money that is on one, and with no other',
    );
  if ((secureFrom === null) !== (secureUntil === null))
    return refuseField('YearsAreHalf', 'secureUntil', 'Enter both years, or neither');
  if (secureFrom !== null && secureUntil !== null && secureUntil < secureFrom)
    return refuseField('YearsAreTurnedRound', 'secureUntil', 'The last year cannot be before the first');
  if (endsOn < startsOn)
    return refuseField('PeriodIsTurnedRound', 'endsOn', 'The last day cannot be before the first');
  return null;
}
