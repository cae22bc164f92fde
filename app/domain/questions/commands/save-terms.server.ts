import { saveTask } from '../drafting/draft-saving.server';
import { pick } from '../drafting/stored-part';
import { terms, termsFields } from '../tasks/terms';

export const saveTerms = saveTask({
  task: { ...terms, slug: 'terms' },
  change: (values) => ({
    data: {
      contractTerms: pick(values, termsFields),
      awardsAvailable: values.awardsAvailable ?? 1,
      signOffRequired: values.signOff === 'needed',
    },
  }),
});
