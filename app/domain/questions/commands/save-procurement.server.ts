import { refuseField } from '../../refusal';
import { saveTask } from '../drafting/draft-saving.server';
import { pick } from '../drafting/stored-part';
import { procurement, procurementFields } from '../tasks/procurement';

export const saveProcurement = saveTask({
  task: { ...procurement, slug: 'procurement' },
  change: (values) => {
    const [least, most] = [values.budgetMinimum, values.budgetMaximum];
    if (least !== undefined && most !== undefined && least > most)
      return refuseField(
        'BudgetIsWrong',
        'budgetMinimum',
        'The least you expect cannot be more than the most you can pay',
      );
    return {
      data: {
        procurement: pick(values, procurementFields),
        budgetMinimum: least ?? null,
        budgetMaximum: most ?? null,
      },
    };
  },
});
