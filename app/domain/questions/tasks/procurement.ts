import { optionalMoneyInput, optionalTextInput } from '../../form-inputs';
import { showMoney } from '../../money';
import { lotAnswers, lotFields, lotValues, missingLots } from '../lots/lot-fields';
import { choiceInput, labelOf, messages, readStored, task, type Choice, type DraftRow } from './task';

export const BASES: readonly Choice[] = [
  { value: 'quotation', label: 'Quotation below the threshold' },
  { value: 'callOff', label: 'Call-off from a framework or dynamic market' },
  { value: 'open', label: 'Open procedure' },
  { value: 'competitiveFlexible', label: 'Competitive flexible procedure' },
  { value: 'direct', label: 'Direct award', hint: 'Needs a justification.' },
  { value: 'grant', label: 'Grant' },
  { value: 'exempt', label: 'Exempt research services', hint: 'Needs a justification.' },
];

const JUSTIFIED = new Set(['direct', 'exempt']);

export const PROCUREMENT_LABELS = {
  budgetMinimum: 'Least you expect to pay, without VAT',
  budgetMaximum: 'Most you can pay, without VAT',
  basis: 'Basis in procurement or grant rules',
  justification: 'Justification',
  document: 'Where that is recorded',
} as const;

export const procurementFields = {
  basis: choiceInput(BASES),
  justification: optionalTextInput(1500, PROCUREMENT_LABELS.justification),
  document: optionalTextInput(200, PROCUREMENT_LABELS.document),
};

const fields = {
  ...procurementFields,
  budgetMinimum: optionalMoneyInput(PROCUREMENT_LABELS.budgetMinimum),
  budgetMaximum: optionalMoneyInput(PROCUREMENT_LABELS.budgetMaximum),
  ...lotFields,
};

export const procurement = task({
  slug: 'procurement',
  title: 'Budget and procurement',
  fields,
  valuesOf: (row: DraftRow) => ({
    ...readStored(procurementFields, row.procurement),
    budgetMinimum: row.budgetMinimum ?? undefined,
    budgetMaximum: row.budgetMaximum ?? undefined,
    ...lotValues(row),
  }),
  missing: (values, row) => ({
    ...messages({
      budgetMaximum: !values.budgetMaximum && 'Enter the most you can pay',
      budgetMinimum:
        values.budgetMinimum !== undefined &&
        values.budgetMaximum !== undefined &&
        values.budgetMinimum > values.budgetMaximum &&
        'The least you expect cannot be more than the most you can pay',
      basis: !values.basis && 'Choose the basis',
      justification:
        JUSTIFIED.has(values.basis ?? '') && values.justification === '' && 'Write the justification',
      document: values.document === '' && 'Say where the basis is recorded',
    }),
    ...missingLots(values, row),
  }),
  answers: (row) => {
    const values = readStored(procurementFields, row.procurement);
    return [
      { label: 'Route', value: row.route.name },
      { label: 'Budget', value: showBudget(row) },
      { label: PROCUREMENT_LABELS.basis, value: labelOf(BASES, values.basis) },
      { label: PROCUREMENT_LABELS.justification, value: values.justification },
      { label: PROCUREMENT_LABELS.document, value: values.document },
      ...lotAnswers(row),
    ];
  },
});

/** `£90,000 to £120,000 without VAT`; empty where no budget was said. */
export function showBudget(row: { budgetMinimum: number | null; budgetMaximum: number | null }): string {
  if (row.budgetMaximum === null) return '';
  const most = `${showMoney(row.budgetMaximum)} without VAT`;
  if (row.budgetMinimum === row.budgetMaximum) return most;
  return row.budgetMinimum === null ? `Up to ${most}` : `${showMoney(row.budgetMinimum)} to ${most}`;
}
