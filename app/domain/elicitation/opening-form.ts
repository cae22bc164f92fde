import { z } from 'zod';
import { dayInput, optionalTextInput, textInput } from '../form-inputs';
import { optionalReferenceInput } from '../reference-input';
import { refuse, refuseField, type Refusal } from '../refusal';
import { ukInstant } from '../uk-time';
import { MOST_QUANTITIES, PROBABILITY, type Quantity } from './elicitation';
import { readFigure } from './figure-input';

export const QUANTITY_PARTS = ['asks', 'kind', 'unit', 'lower', 'upper'] as const;
export const quantityField = (part: (typeof QUANTITY_PARTS)[number], position: number): string =>
  `q${position}-${QUANTITY_PARTS.indexOf(part) + 1}-${part}`;

export const openingInput = z
  .object({
    question: optionalReferenceInput,
    finding: optionalReferenceInput,
    title: textInput('Say what is to be estimated', 200, 'What is to be estimated'),
    background: optionalTextInput(4000, 'What the experts should know'),
    firstClosesOn: dayInput('Enter the day on which first estimates close'),
    secondClosesOn: dayInput('Enter the day on which second estimates close'),
  })
  .catchall(z.unknown());
export type OpeningInput = z.output<typeof openingInput>;

const CLOSING_HOUR = 17;
const textOf = (given: unknown, most: number): string =>
  typeof given === 'string' ? given.trim().slice(0, most) : '';

function readQuantity(
  input: OpeningInput,
  position: number,
): { quantity: Quantity; fields: [string, string][] } | null {
  const given = (part: (typeof QUANTITY_PARTS)[number]) => input[quantityField(part, position)];
  const asks = textOf(given('asks'), 500);
  const unit = textOf(given('unit'), 60);
  const touched = asks || unit || textOf(given('lower'), 20) || textOf(given('upper'), 20);
  if (!touched && position > 1) return null;
  const kind = given('kind');
  const fields: [string, string][] = [];
  const wrong = (part: (typeof QUANTITY_PARTS)[number], message: string) =>
    fields.push([quantityField(part, position), message]);
  if (asks === '') wrong('asks', 'Say what the experts are to estimate');
  if (kind !== 'quantity' && kind !== 'probability') wrong('kind', 'Choose a number or a probability');
  if (kind === 'probability') return { quantity: { position, kind, asks, ...PROBABILITY }, fields };
  const [lower, upper] = [readFigure(given('lower')), readFigure(given('upper'))];
  if (unit === '') wrong('unit', 'Enter the unit, like parcels a month');
  if (lower === null) wrong('lower', 'Enter the least that is possible at all, like 0');
  if (upper === null) wrong('upper', 'Enter the most that is possible at all');
  if (lower !== null && upper !== null && upper <= lower) wrong('upper', 'It has to be more than the least');
  return {
    quantity: { position, kind: 'quantity', asks, unit, lower: lower ?? 0, upper: upper ?? 1 },
    fields,
  };
}

/** What is to be estimated; quantities that were left empty are left out. */
export function readQuantities(input: OpeningInput): Quantity[] | Refusal {
  const positions = Array.from({ length: MOST_QUANTITIES }, (_, index) => index + 1);
  const read = positions.map((position) => readQuantity(input, position)).filter((one) => one !== null);
  const fields = Object.fromEntries(read.flatMap((one) => one.fields));
  if (Object.keys(fields).length > 0)
    return refuse('QuantityIsNotWhole', 'Some of it is missing.', { fields });
  return read.map(({ quantity }, index) => ({ ...quantity, position: index + 1 }));
}

const closing = (day: Date): Date | null =>
  ukInstant(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), CLOSING_HOUR, 0);

/** Both rounds close at 5pm UK time of their day. */
export function readClosings(
  input: Pick<OpeningInput, 'firstClosesOn' | 'secondClosesOn'>,
  now: Date,
): { firstClosesAt: Date; secondClosesAt: Date } | Refusal {
  const [firstClosesAt, secondClosesAt] = [closing(input.firstClosesOn), closing(input.secondClosesOn)];
  if (!firstClosesAt || firstClosesAt <= now)
    return refuseField('ClosingIsNotAhead', 'firstClosesOn', 'Enter a day whose 5pm lies ahead');
  if (!secondClosesAt || secondClosesAt <= firstClosesAt)
    return refuseField(
      'ClosingsAreNotInOrder',
      'secondClosesOn',
      'Second estimates have to close on a later day than first ones',
    );
  return { firstClosesAt, secondClosesAt };
}
