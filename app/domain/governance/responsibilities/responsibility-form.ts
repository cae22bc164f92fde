import { z } from 'zod';
import { dayInput, optionalTextInput, textInput } from '../../form-inputs';
import { LEVELS } from '../../people/organisations/organisation';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { roles, subjectKinds } from './responsibility';

export const subjectFields = {
  kind: z.enum(subjectKinds),
  subject: referenceInput,
};

export const responsibilityFields = {
  ...subjectFields,
  role: z.enum(roles, { error: 'Choose what it is to do' }),
  organisation: z
    .string({ error: 'Choose an organisation' })
    .min(1, 'Choose an organisation')
    .pipe(referenceInput),
  team: optionalReferenceInput,
  level: z.enum(['', ...LEVELS], { error: 'Choose one of the list' }).default(''),
  startsOn: dayInput('Enter since when'),
  note: optionalTextInput(1000, 'Note'),
};

export const endingFields = {
  responsibility: referenceInput,
  endsOn: dayInput('Enter until when'),
  reason: textInput('Say why', 1000, 'Why'),
};
