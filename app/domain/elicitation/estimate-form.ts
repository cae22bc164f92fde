import { z } from 'zod';
import { referenceInput } from '../reference-input';
import { refuse, type Refusal } from '../refusal';
import type { Interval } from './aggregate';
import { showAmount, type Quantity } from './elicitation';
import { readFigure } from './figure-input';

/** Lowest, highest, best and confidence, asked in that order (Speirs-Bridge and others 2010), with the reasons. */
export const ESTIMATE_PARTS = ['lowest', 'highest', 'best', 'confidence', 'reasons'] as const;
export type EstimatePart = (typeof ESTIMATE_PARTS)[number];

/** Sorted by name, the fields stand as on the page, and so do their messages in the summary. */
export const estimateField = (part: EstimatePart, position: number): string =>
  `e${position}-${ESTIMATE_PARTS.indexOf(part) + 1}-${part}`;

const MOST_REASONS = 2000;

/** What one expert thinks of one quantity. */
export interface Estimate extends Interval {
  position: number;
  reasons: string;
}

/** Which quantities there are depends on the elicitation, so they arrive as they come and are read below. */
export const estimatesInput = z
  .object({ reference: referenceInput, round: z.coerce.number().int().min(1).max(2) })
  .catchall(z.unknown());

type Messages = Partial<Record<EstimatePart, string>>;

const textOf = (given: unknown): string =>
  typeof given === 'string' ? given.replaceAll('\r\n', '\n').trim() : '';

const MISSING: Record<EstimatePart, string> = {
  lowest: 'Enter the lowest that it could be',
  highest: 'Enter the highest that it could be',
  best: 'Enter your best guess',
  confidence: 'Enter how sure you are, from 50 to 100',
  reasons: 'Say what your estimate rests on',
};

function intervalMessages(
  quantity: Quantity,
  read: Record<'lowest' | 'highest' | 'best' | 'confidence', number | null>,
): Messages {
  const { lower, upper, unit } = quantity;
  const messages: Messages = {};
  for (const part of ['lowest', 'highest', 'best', 'confidence'] as const)
    if (read[part] === null) messages[part] = MISSING[part];
  for (const part of ['lowest', 'highest', 'best'] as const) {
    const value = read[part];
    if (value !== null && (value < lower || value > upper))
      messages[part] = `Enter a number from ${showAmount(lower, unit)} to ${showAmount(upper, unit)}`;
  }
  const { lowest, highest, best, confidence } = read;
  if (lowest !== null && highest !== null && highest <= lowest && !messages.highest)
    messages.highest = 'The highest has to be more than the lowest';
  if (
    lowest !== null &&
    highest !== null &&
    best !== null &&
    (best < lowest || best > highest) &&
    !messages.best
  )
    messages.best = 'Your best guess has to lie between your lowest and highest';
  if (confidence !== null && (confidence < 50 || confidence > 100)) messages.confidence = MISSING.confidence;
  return messages;
}

function readOne(
  quantity: Quantity,
  input: Record<string, unknown>,
): { estimate: Estimate; messages: Messages } {
  const given = (part: EstimatePart) => input[estimateField(part, quantity.position)];
  const read = {
    lowest: readFigure(given('lowest')),
    highest: readFigure(given('highest')),
    best: readFigure(given('best')),
    confidence: readFigure(given('confidence')),
  };
  const reasons = textOf(given('reasons'));
  const messages = intervalMessages(quantity, read);
  if (reasons === '') messages.reasons = MISSING.reasons;
  if (reasons.length > MOST_REASONS) messages.reasons = 'Use 2,000 characters or fewer';
  const { lowest, highest, best, confidence } = read;
  return {
    messages,
    estimate: {
      position: quantity.position,
      ...{
        lowest: lowest ?? 0,
        highest: highest ?? 0,
        best: best ?? 0,
        confidence: confidence ?? 0,
        reasons,
      },
    },
  };
}

/** A whole estimate of every quantity, or what is wrong with it, beside every field at once. */
export function readEstimates(
  quantities: readonly Quantity[],
  input: Record<string, unknown>,
): Estimate[] | Refusal {
  const read = quantities.map((quantity) => readOne(quantity, input));
  const fields = Object.fromEntries(
    read.flatMap(({ estimate, messages }) =>
      Object.entries(messages).map(([part, message]) => [
        estimateField(part as EstimatePart, estimate.position),
        quantities.length > 1 ? `${message} (estimate ${estimate.position})` : message,
      ]),
    ),
  );
  if (Object.keys(fields).length > 0)
    return refuse('EstimateIsNotWhole', 'Some of the estimate is missing or does not fit.', { fields });
  return read.map(({ estimate }) => estimate);
}

/** What stands in the fields of somebody who changes their own estimate. */
export const estimateValues = (estimates: readonly Estimate[] | null): Record<string, string> =>
  Object.fromEntries(
    (estimates ?? []).flatMap((estimate) =>
      ESTIMATE_PARTS.map((part) => [estimateField(part, estimate.position), String(estimate[part])]),
    ),
  );
