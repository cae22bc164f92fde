import { refuseField } from '../../refusal';
import { saveTask } from '../drafting/draft-saving.server';
import { criteria, criteriaFrom, wholeNumber } from '../tasks/criteria';

export const saveCriteria = saveTask({
  task: { ...criteria, slug: 'criteria' },
  change: (values, { row }) => {
    const rows = criteriaFrom(values);
    if (rows.some(({ weight }) => weight === 0))
      return refuseField(
        'WeightIsMissing',
        'weight1',
        'Give every criterion a weight before you leave this page',
      );
    const quality = row.route.priceScored ? (wholeNumber(values.qualityWeight) ?? row.qualityWeight) : 100;
    return {
      data: {
        wordLimit: wholeNumber(values.wordLimit) ?? row.wordLimit,
        qualityWeight: quality,
        priceWeight: 100 - quality,
      },
      criteria: rows,
    };
  },
});
