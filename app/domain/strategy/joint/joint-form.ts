import { z } from 'zod';
import { optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { PRIORITY_KINDS } from '../priority-set';
import { spanOf } from '../written-date';

const HOW = 'Enter a date as far as it is known, like 2026, 2026-11 or 2026-11-21';

export const jointFields = {
  document: textInput('Give the set a name', 200),
  kind: z.enum(PRIORITY_KINDS, { error: 'Choose what kind of priorities these are' }),
  startsWritten: textInput('Enter when it starts', 10).refine((text) => spanOf(text) !== null, HOW),
  endsWritten: optionalTextInput(10).refine((text) => text === '' || spanOf(text) !== null, HOW),
  priorities: textInput('Enter the priorities, one a line', 4000),
  owners: textInput('Name the organisations that own it, one a line', 2000),
  note: optionalTextInput(2000),
};

export const proposeJointSetInput = z.strictObject(jointFields);
export const reviseJointSetInput = z.strictObject({
  reference: referenceInput,
  revision: z.coerce.number().int().positive(),
  ...jointFields,
});
export const signJointSetInput = z.strictObject({
  reference: referenceInput,
  organisation: z.string().max(100),
  textHash: z.string().length(64),
});
export const publishJointSetInput = z.strictObject({ reference: referenceInput });
export const withdrawJointSetInput = z.strictObject({
  reference: referenceInput,
  reason: textInput('Say why it is withdrawn', 1000),
});
