import { z } from 'zod';
import { optionalDayInput, optionalTextInput, textInput } from '../form-inputs';
import { referenceInput } from '../reference-input';
import { TERM_SCHEMES } from './term';

const wording = {
  name: textInput('Enter a name', 120),
  definition: optionalTextInput(2000),
  aliases: optionalTextInput(1000),
  source: optionalTextInput(500),
  reviewBy: optionalDayInput(),
};

const changeNote = textInput('Say what changes and why', 500);

export const reviseTermInput = z.strictObject({
  reference: referenceInput,
  revision: z.coerce.number().int().positive(),
  ...wording,
  changeNote,
});

export const addTermInput = z.strictObject({
  scheme: z.enum(TERM_SCHEMES, { error: 'Choose what kind of term this is' }),
  ...wording,
  changeNote,
});

export const retireTermInput = z.strictObject({
  reference: referenceInput,
  revision: z.coerce.number().int().positive(),
  reason: textInput('Say why this term is retired', 500),
  /** The address part of the term to use instead, of the same kind. */
  successor: z.string().max(120).default(''),
});

export const proposeTermInput = z.strictObject({
  scheme: z.enum(TERM_SCHEMES, { error: 'Choose what kind of term this is' }),
  name: textInput('Enter the word you miss', 120),
  why: textInput('Say what you would tag with it', 1000),
});

/** One alias a line; repeats and empty lines fall away. */
export const aliasesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
