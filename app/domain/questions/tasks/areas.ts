import { z } from 'zod';
import { listInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import {
  choiceInput,
  labelOf,
  messages,
  task,
  termNames,
  termsOf,
  YES_NO,
  type DraftRow,
  type Scheme,
} from './task';

type AreaField = 'threats' | 'enablers' | 'strands' | 'levels' | 'types' | 'stages' | 'positions';

export const AREA_SCHEMES: Record<AreaField, Scheme> = {
  threats: 'threatArea',
  enablers: 'enabler',
  strands: 'strand',
  levels: 'level',
  types: 'questionType',
  stages: 'businessModelStage',
  positions: 'chainPosition',
};

export const AREAS_LABELS = {
  threats: 'Threat areas',
  priorities: 'Priorities',
  strands: 'Strands',
  enablers: 'Enablers',
  levels: 'Levels',
  types: 'Kind of question',
  stages: 'Stages of the criminal business',
  positions: 'Positions in its chain',
  illicitFinance: 'Does it matter to illicit finance?',
  illicitFinanceReason: 'Why, or why not',
} as const;

const slugs = () => listInput(z.string().max(100));

const fields = {
  threats: slugs(),
  priorities: listInput(referenceInput),
  strands: slugs(),
  enablers: slugs(),
  levels: slugs(),
  types: slugs(),
  stages: slugs(),
  positions: slugs(),
  illicitFinance: choiceInput(YES_NO),
  illicitFinanceReason: optionalTextInput(400, AREAS_LABELS.illicitFinanceReason),
};

const asChoice = (relevant: boolean | null) => (relevant === null ? undefined : relevant ? 'yes' : 'no');

export const areas = task({
  slug: 'areas',
  title: 'Threat areas and priorities',
  fields,
  valuesOf: (row: DraftRow) => ({
    threats: termsOf(row, 'threatArea'),
    priorities: row.priorities.map(({ priority }) => priority.reference),
    strands: termsOf(row, 'strand'),
    enablers: termsOf(row, 'enabler'),
    levels: termsOf(row, 'level'),
    types: termsOf(row, 'questionType'),
    stages: termsOf(row, 'businessModelStage'),
    positions: termsOf(row, 'chainPosition'),
    illicitFinance: asChoice(row.illicitFinanceRelevant),
    illicitFinanceReason: row.illicitFinanceReason,
  }),
  missing: (values) =>
    messages({
      threats: values.threats.length === 0 && 'Choose at least one threat area',
      priorities: values.priorities.length === 0 && 'Choose at least one priority',
      strands: values.strands.length === 0 && 'Choose at least one strand',
      levels: values.levels.length === 0 && 'Choose at least one level',
      illicitFinance: !values.illicitFinance && 'Say whether it matters to illicit finance',
      illicitFinanceReason:
        values.illicitFinance === 'yes' &&
        values.illicitFinanceReason === '' &&
        'Say why it matters to illicit finance',
    }),
  answers: (row) => [
    { label: AREAS_LABELS.threats, value: termNames(row, 'threatArea') },
    { label: AREAS_LABELS.priorities, value: row.priorities.map(({ priority }) => priority.name).join(', ') },
    { label: AREAS_LABELS.strands, value: termNames(row, 'strand') },
    { label: AREAS_LABELS.enablers, value: termNames(row, 'enabler') },
    { label: AREAS_LABELS.levels, value: termNames(row, 'level') },
    { label: AREAS_LABELS.types, value: termNames(row, 'questionType') },
    { label: AREAS_LABELS.stages, value: termNames(row, 'businessModelStage') },
    { label: AREAS_LABELS.positions, value: termNames(row, 'chainPosition') },
    { label: AREAS_LABELS.illicitFinance, value: labelOf(YES_NO, asChoice(row.illicitFinanceRelevant)) },
    { label: AREAS_LABELS.illicitFinanceReason, value: row.illicitFinanceReason },
  ],
});
