import { saveTask } from '../drafting/draft-saving.server';
import { awardsInAll } from '../lots/lot-fields';
import { pick } from '../drafting/stored-part';
import { terms, termsFields } from '../tasks/terms';

export const saveTerms = saveTask({
  task: { ...terms, slug: 'terms' },
  change: (values, { row }) => ({
    data: {
      contractTerms: pick(values, termsFields),
      awardsAvailable: awardsInAll(row.lots, values.awardsAvailable ?? 1),
      signOffRequired: values.signOff === 'needed',
    },
  }),
});
