import { chosenTerms, unknownChoice } from '../drafting/chosen.server';
import { saveTask } from '../drafting/draft-saving.server';
import { AREA_SCHEMES, areas } from '../tasks/areas';

const FIELDS = ['threats', 'enablers', 'strands', 'levels', 'types', 'stages', 'positions'] as const;

export const saveAreas = saveTask({
  task: { ...areas, slug: 'areas' },
  know: (tx, values) =>
    chosenTerms(
      tx,
      FIELDS.map((field) => ({ field, scheme: AREA_SCHEMES[field], slugs: values[field] })),
      values.priorities,
    ),
  change: (values, { known }) =>
    unknownChoice(known) ?? {
      data: {
        illicitFinanceRelevant: values.illicitFinance === undefined ? null : values.illicitFinance === 'yes',
        illicitFinanceReason: values.illicitFinanceReason,
      },
      terms: { schemes: FIELDS.map((field) => AREA_SCHEMES[field]), ids: known.termIds },
      priorityIds: known.priorityIds,
    },
});
