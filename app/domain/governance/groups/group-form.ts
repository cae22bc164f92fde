import { z } from 'zod';
import { dayInput, listInput, optionalTextInput, textInput } from '../../form-inputs';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { refuseField, type Refusal } from '../../refusal';
import { cadences, groupKinds } from './group';

const slugs = listInput(z.string().max(100));

export const REMIT_SCHEMES = ['threatArea', 'enabler', 'strand', 'level'] as const;
export type RemitScheme = (typeof REMIT_SCHEMES)[number];
export const REMIT_FIELDS = {
  threatArea: 'threatAreas',
  enabler: 'enablers',
  strand: 'strands',
  level: 'levels',
} as const satisfies Record<RemitScheme, string>;

export const groupFields = {
  kind: z.enum(groupKinds, { error: 'Say whether it governs or discusses' }),
  name: textInput('Enter the name of the group', 200, 'Name'),
  purpose: textInput('Say what the group is for', 4000, 'Purpose'),
  threatAreas: slugs,
  enablers: slugs,
  strands: slugs,
  levels: slugs,
  chair: z
    .string({ error: 'Choose the organisation that chairs it' })
    .min(1, 'Choose the organisation that chairs it')
    .pipe(referenceInput),
  chairRole: optionalTextInput(200, 'Role of the chair'),
  cadence: z.enum(cadences, { error: 'Choose how often it meets' }),
  sources: optionalTextInput(2000, 'Sources'),
};
export type GroupInput = { [Field in keyof typeof groupFields]: z.output<(typeof groupFields)[Field]> };

export const newGroupFields = { ...groupFields, openedOn: dayInput('Enter when it first met') };

export const groupReference = { group: referenceInput };
export const groupRevision = { revision: z.coerce.number().int() };

export const memberFields = {
  organisation: z
    .string({ error: 'Choose an organisation' })
    .min(1, 'Choose an organisation')
    .pipe(referenceInput),
  startsOn: dayInput('Enter when it joined'),
};

export const decisionFields = {
  decidedOn: dayInput('Enter when it was decided'),
  what: textInput('Say what was decided', 2000, 'Decision'),
  source: optionalTextInput(500, 'Where it is written down'),
  question: optionalReferenceInput,
  finding: optionalReferenceInput,
};

export const endingFields = {
  endedOn: dayInput('Enter when it ended'),
  reason: textInput('Say why', 2000, 'Why'),
};

/** A remit says about what, how and where; without that nothing can be compared. */
export function whyNoRemit({ threatAreas, enablers, strands, levels }: GroupInput): Refusal | null {
  if (threatAreas.length + enablers.length === 0)
    return refuseField('RemitIsEmpty', 'threatAreas', 'Choose at least one threat area or enabler');
  if (strands.length === 0) return refuseField('RemitIsEmpty', 'strands', 'Choose at least one strand');
  return levels.length === 0 ? refuseField('RemitIsEmpty', 'levels', 'Choose at least one level') : null;
}

/** What happens to a group happens while it is there, and is recorded once it has happened. */
export function whyNotThen(
  day: Date,
  { openedOn, today }: { openedOn: Date; today: Date },
  field: string,
): Refusal | null {
  if (day > today) return refuseField('DayIsAhead', field, 'Enter today or a day in the past');
  return day < openedOn
    ? refuseField('DayIsTooEarly', field, 'The group did not exist yet on that day')
    : null;
}
