import { z } from 'zod';
import { optionalTextInput, textInput } from '../form-inputs';
import { referenceInput } from '../reference-input';
import { PRIORITY_KINDS } from './priority-set';
import { spanOf } from './written-date';

const HOW = 'Enter a date as far as it is known, like 2026, 2026-11 or 2026-11-21';

const writtenInput = textInput('Enter when it starts', 10).refine((text) => spanOf(text) !== null, HOW);
const optionalWrittenInput = optionalTextInput(10).refine(
  (text) => text === '' || spanOf(text) !== null,
  HOW,
);

const changeNote = textInput('Say what changes and why', 500);
const revision = z.coerce.number().int().positive();

export const addPrioritySetInput = z.strictObject({
  document: textInput('Enter the document that holds the list', 200),
  kind: z.enum(PRIORITY_KINDS, { error: 'Choose what kind of priorities these are' }),
  startsWritten: writtenInput,
  endsWritten: optionalWrittenInput,
  priorities: optionalTextInput(4000),
  listUnknown: z.boolean().optional(),
  note: optionalTextInput(2000),
  changeNote,
});

export const revisePrioritySetInput = z.strictObject({
  reference: referenceInput,
  revision,
  startsWritten: writtenInput,
  endsWritten: optionalWrittenInput,
  datesNote: optionalTextInput(500),
  note: optionalTextInput(2000),
  changeNote,
});

export const reviseFrameworkInput = z.strictObject({
  reference: referenceInput,
  revision,
  startsWritten: writtenInput,
  endsWritten: optionalWrittenInput,
  note: optionalTextInput(2000),
  changeNote,
});

/** One priority a line. */
export const prioritiesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The stored dates of two written ones; null when the end is before the start. */
export function datesOf(startsWritten: string, endsWritten: string) {
  const start = spanOf(startsWritten);
  const end = endsWritten === '' ? null : spanOf(endsWritten);
  if (!start || (end && end.last < start.first)) return null;
  return {
    startsOn: start.first,
    endsOn: end?.last ?? null,
    startsWritten,
    endsWritten: endsWritten === '' ? null : endsWritten,
  };
}
