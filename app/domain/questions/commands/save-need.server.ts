import { saveTask } from '../drafting/draft-saving.server';
import { need } from '../tasks/need';

export const saveNeed = saveTask({
  task: { ...need, slug: 'need' },
  change: (values) => ({
    data: { ...values, decisionDate: values.decisionDate ?? null, neededBy: values.neededBy ?? null },
  }),
});
