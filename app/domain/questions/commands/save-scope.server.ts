import { saveTask } from '../drafting/draft-saving.server';
import { scope } from '../tasks/scope';

export const saveScope = saveTask({
  task: { ...scope, slug: 'scope' },
  change: (values) => ({ data: values }),
});
