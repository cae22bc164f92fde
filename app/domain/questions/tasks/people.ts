import { z } from 'zod';
import { parseReference } from '../../reference';
import { messages, task, type DraftRow } from './task';

const personInput = () =>
  z
    .string()
    .optional()
    .transform((value, context) => {
      if (!value) return undefined;
      const reference = parseReference(value);
      if (reference) return reference;
      context.addIssue({ code: 'custom', message: 'Choose one of the people' });
      return z.NEVER;
    });

const fields = { owner: personInput(), budgetHolder: personInput() };

export const PEOPLE_LABELS = { owner: 'Senior responsible owner', budgetHolder: 'Budget holder' } as const;

export const people = task({
  slug: 'people',
  title: 'People',
  fields,
  valuesOf: (row: DraftRow) => ({
    owner: row.seniorResponsibleOwner?.reference,
    budgetHolder: row.budgetHolder?.reference,
  }),
  missing: (values, row) =>
    messages({
      owner: !values.owner && 'Choose the senior responsible owner',
      budgetHolder: row.route.takesBids && !values.budgetHolder && 'Choose the budget holder',
    }),
  answers: (row) => [
    { label: PEOPLE_LABELS.owner, value: row.seniorResponsibleOwner?.name ?? '' },
    ...(row.route.takesBids
      ? [{ label: PEOPLE_LABELS.budgetHolder, value: row.budgetHolder?.name ?? '' }]
      : []),
  ],
});
