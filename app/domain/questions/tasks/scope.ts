import { optionalTextInput } from '../../form-inputs';
import { messages, task, type DraftRow } from './task';

export const SCOPE_LABELS = {
  questionsAsked: 'What you need to know',
  background: 'What is known already, and what lies outside',
  outputs: 'What you want to receive',
} as const;

const fields = {
  questionsAsked: optionalTextInput(3000, SCOPE_LABELS.questionsAsked),
  background: optionalTextInput(6000, SCOPE_LABELS.background),
  outputs: optionalTextInput(2000, SCOPE_LABELS.outputs),
};

/** The questions asked, one a line, without the numbers that people type before them. */
export const questionLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+[.)]|[-•*])\s+/, '').trim())
    .filter((line) => line !== '');

export const scope = task({
  slug: 'scope',
  title: 'Scope and outputs',
  fields,
  valuesOf: ({ questionsAsked, background, outputs }: DraftRow) => ({ questionsAsked, background, outputs }),
  missing: (values) =>
    messages({
      questionsAsked: values.questionsAsked === '' && 'Enter at least one thing that you need to know',
      outputs: values.outputs === '' && 'Say what you want to receive',
    }),
  answers: (row) => [
    { label: SCOPE_LABELS.questionsAsked, value: row.questionsAsked },
    { label: SCOPE_LABELS.background, value: row.background },
    { label: SCOPE_LABELS.outputs, value: row.outputs },
  ],
});
