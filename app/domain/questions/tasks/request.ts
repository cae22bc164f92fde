import { z } from 'zod';
import { listInput, optionalDayInput, optionalMoneyInput, optionalTextInput } from '../../form-inputs';
import { MARKINGS, showMarking } from '../marking';
import { areas } from './areas';
import { dates } from './dates';
import { need } from './need';
import { people } from './people';
import { showFee, termsFields } from './terms';
import { choiceInput, messages, readStored, task, termNames, termsOf, type DraftRow } from './task';

/** Paid or not: an expert's time is said before the first word. */
export const ADVICE_FEES = [
  { value: 'unpaid', label: 'Unpaid, an hour at most' },
  { value: 'fixed', label: 'A fixed fee' },
] as const;

export const REQUEST_LABELS = {
  title: 'The question, in one sentence',
  summary: 'Why you ask, and what will be decided',
  questionsAsked: 'What exactly you need to know',
  threats: 'Threat areas',
  priorities: 'Priorities',
  decisionDate: 'When that is decided',
  fee: 'What you offer',
  feeAmount: 'Fee, without VAT',
  noPersonalData: 'Answering needs no personal, operational or victims’ data',
  marking: 'Marking',
  owner: 'Who approves it (senior responsible owner)',
  closesOn: 'Answers are due on',
} as const;

const fields = {
  title: need.fields.title,
  summary: optionalTextInput(1200, REQUEST_LABELS.summary),
  questionsAsked: optionalTextInput(3000, REQUEST_LABELS.questionsAsked),
  threats: listInput(z.string().max(100)),
  priorities: areas.fields.priorities,
  decisionDate: optionalDayInput(REQUEST_LABELS.decisionDate),
  fee: choiceInput(ADVICE_FEES),
  feeAmount: optionalMoneyInput(),
  noPersonalData: z.boolean().optional(),
  marking: choiceInput(MARKINGS),
  owner: people.fields.owner,
  closesOn: optionalDayInput(REQUEST_LABELS.closesOn),
  closesTime: dates.fields.closesTime,
};

const hasNoPersonalData = (row: DraftRow): boolean =>
  typeof row.dataProtection === 'object' &&
  row.dataProtection !== null &&
  'personalData' in row.dataProtection &&
  row.dataProtection.personalData === 'none';

/** The one page of an expert advice request. */
export const request = task({
  slug: 'request',
  title: 'Your request',
  fields,
  valuesOf: (row: DraftRow) => {
    const { fee, feeAmount } = readStored(termsFields, row.contractTerms);
    return {
      title: row.title,
      summary: row.summary,
      questionsAsked: row.questionsAsked,
      threats: termsOf(row, 'threatArea'),
      priorities: row.priorities.map(({ priority }) => priority.reference),
      decisionDate: row.decisionDate ?? undefined,
      fee,
      feeAmount,
      noPersonalData: hasNoPersonalData(row) ? true : undefined,
      marking: row.marking,
      owner: row.seniorResponsibleOwner?.reference,
      ...dates.valuesOf(row),
    };
  },
  missing: (values) =>
    messages({
      title: values.title === '' && 'Enter the question',
      summary: values.summary === '' && 'Say why you ask',
      questionsAsked: values.questionsAsked === '' && 'Say what exactly you need to know',
      threats: values.threats.length === 0 && 'Choose at least one threat area',
      decisionDate: !values.decisionDate && 'Enter when that is decided',
      fee: !values.fee && 'Say what you offer',
      feeAmount: values.fee === 'fixed' && values.feeAmount === undefined && 'Enter the fee',
      noPersonalData:
        !values.noPersonalData && 'Confirm that no such data is needed, or choose another route',
      owner: !values.owner && 'Choose who approves it',
      closesOn: !values.closesOn && 'Enter when answers are due',
    }),
  answers: (row) => [
    { label: REQUEST_LABELS.title, value: row.title },
    { label: REQUEST_LABELS.summary, value: row.summary },
    { label: REQUEST_LABELS.questionsAsked, value: row.questionsAsked },
    { label: REQUEST_LABELS.threats, value: termNames(row, 'threatArea') },
    {
      label: REQUEST_LABELS.priorities,
      value: row.priorities.map(({ priority }) => priority.name).join(', '),
    },
    { label: REQUEST_LABELS.decisionDate, value: need.answers(row)[3]?.value ?? '' },
    { label: REQUEST_LABELS.fee, value: showFee(row.contractTerms) },
    { label: REQUEST_LABELS.noPersonalData, value: hasNoPersonalData(row) ? 'Yes' : '' },
    { label: REQUEST_LABELS.marking, value: showMarking(row.marking) },
    { label: REQUEST_LABELS.owner, value: row.seniorResponsibleOwner?.name ?? '' },
    { label: REQUEST_LABELS.closesOn, value: dates.answers(row)[0]?.value ?? '' },
  ],
});
