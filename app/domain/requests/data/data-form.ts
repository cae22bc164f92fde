import { z } from 'zod';
import { dayInput, optionalDayInput, optionalTextInput, textInput } from '../../form-inputs';
import { optionalReferenceInput } from '../../reference-input';
import { refuseField, type Refusal } from '../../refusal';
import {
  BASIS_NAMES,
  MOST_YEARS,
  OPINION_NAMES,
  REFUSAL_CODE_NAMES,
  SAFES,
  type RefusalCode,
} from './data-request';

const safe = (name: keyof typeof SAFES, wanted: string) => textInput(wanted, 2000, SAFES[name][0]);

export const dataRequestFields = {
  question: optionalReferenceInput,
  extract: textInput('Say which variables, rows and years you need', 3000, 'What you need'),
  purpose: textInput('Say what you want to find out', 3000, 'Purpose'),
  basis: z.enum(BASIS_NAMES, { error: 'Choose the lawful basis' }),
  basisNote: optionalTextInput(1000, 'More about the basis'),
  safePeople: safe('safePeople', 'Say who will use the data'),
  safeProjects: safe('safeProjects', 'Say why this is a right and lawful use'),
  safeSettings: safe('safeSettings', 'Say where the data will be'),
  safeData: safe('safeData', 'Say what is left out or made coarse'),
  safeOutputs: safe('safeOutputs', 'Say who checks what comes out'),
  startsOn: dayInput('Enter the first day'),
  endsOn: dayInput('Enter the last day'),
};
export type DataRequestInput = {
  [Field in keyof typeof dataRequestFields]: z.output<(typeof dataRequestFields)[Field]>;
};

/** What a field alone cannot say. */
export function wrongInAsking({ startsOn, endsOn }: DataRequestInput, today: Date): Refusal | null {
  if (endsOn < startsOn)
    return refuseField('DaysAreTurnedRound', 'endsOn', 'The last day cannot be before the first');
  if (endsOn < today) return refuseField('DayHasPassed', 'endsOn', 'Enter a day in the future');
  const most = new Date(startsOn);
  most.setUTCFullYear(most.getUTCFullYear() + MOST_YEARS);
  return endsOn > most
    ? refuseField('PeriodIsTooLong', 'endsOn', `Ask for ${MOST_YEARS} years at most; access can be renewed`)
    : null;
}

/** Chosen by somebody with a conflict. */
export const NO_PART = 'noPart';

export const opinionFields = {
  conflict: optionalTextInput(1000, 'Your conflict'),
  opinion: z.enum([...OPINION_NAMES, NO_PART], { error: 'Choose what you think' }).optional(),
  reason: optionalTextInput(2000, 'Why'),
};

/** Somebody with a conflict says what it is and nothing else; everybody else says what they think, and why. */
export function wrongInOpinion({
  conflict,
  opinion,
  reason,
}: {
  conflict: string;
  opinion?: string | undefined;
  reason: string;
}): Refusal | null {
  if (opinion === NO_PART)
    return conflict === '' ? refuseField('ConflictIsMissing', 'conflict', 'Say what your conflict is') : null;
  if (conflict !== '' && opinion !== undefined)
    return refuseField('ConflictIsDeclared', 'opinion', 'Take no part, or leave your conflict empty');
  if (conflict !== '') return null;
  if (opinion === undefined) return refuseField('OpinionIsMissing', 'opinion', 'Choose what you think');
  return reason === '' ? refuseField('ReasonIsMissing', 'reason', 'Say why') : null;
}

export const decisionFields = {
  outcome: z.enum(OPINION_NAMES, { error: 'Choose the decision' }),
  code: z.enum(REFUSAL_CODE_NAMES, { error: 'Choose the reason' }).optional(),
  words: optionalTextInput(2000, 'Reason'),
  terms: optionalTextInput(3000, 'Terms'),
  conditions: optionalTextInput(3000, 'Conditions'),
  expiresOn: optionalDayInput('Last day of the access'),
};

/** A refusal has a code and words; an approval has terms. */
export function wrongInWords({
  outcome,
  code,
  words,
  terms,
}: {
  outcome: string;
  code?: RefusalCode | undefined;
  words: string;
  terms: string;
}): Refusal | null {
  if (outcome !== 'refuse')
    return terms === '' ? refuseField('TermsAreMissing', 'terms', 'Enter the terms of use') : null;
  if (code === undefined) return refuseField('CodeIsMissing', 'code', 'Choose the reason');
  return words === ''
    ? refuseField('WordsAreMissing', 'words', 'Say why, so that others learn from it')
    : null;
}
