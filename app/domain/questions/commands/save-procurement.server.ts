import { refuseField } from '../../refusal';
import { saveTask } from '../drafting/draft-saving.server';
import { lotsInForm, untitledLot } from '../lots/lot-fields';
import { pick } from '../drafting/stored-part';
import { procurement, procurementFields } from '../tasks/procurement';

export const saveProcurement = saveTask({
  task: { ...procurement, slug: 'procurement' },
  change: (values, { row }) => {
    const [least, most] = [values.budgetMinimum, values.budgetMaximum];
    if (least !== undefined && most !== undefined && least > most)
      return refuseField(
        'BudgetIsWrong',
        'budgetMinimum',
        'The least you expect cannot be more than the most you can pay',
      );
    const untitled = untitledLot(values);
    if (untitled) return refuseField('LotIsUnfinished', untitled.field, untitled.message);
    const { data, lots } = lotsInForm(values, row.lots.length > 0 ? 1 : row.awardsAvailable);
    return {
      lots,
      data: {
        ...data,
        procurement: pick(values, procurementFields),
        budgetMinimum: least ?? null,
        budgetMaximum: most ?? null,
      },
    };
  },
});
