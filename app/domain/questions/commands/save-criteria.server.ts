import { refuseField } from '../../refusal';
import { methodFrom } from '../method/method-fields';
import { halfRequirement, organisationsFrom, requirementsFrom } from '../requirements/requirement-fields';
import { saveTask } from '../drafting/draft-saving.server';
import { criteria, criteriaFrom, halfCriterion, wholeNumber } from '../tasks/criteria';

export const saveCriteria = saveTask({
  task: { ...criteria, slug: 'criteria' },
  change: (values, { row }) => {
    const half = halfCriterion(values);
    if (half) return refuseField('CriterionIsUnfinished', half.field, half.message);
    const halfAsked = halfRequirement(values);
    if (halfAsked) return refuseField('RequirementIsUnfinished', halfAsked.field, halfAsked.message);
    const rows = criteriaFrom(values);
    const quality = row.route.priceScored ? (wholeNumber(values.qualityWeight) ?? row.qualityWeight) : 100;
    return {
      data: {
        wordLimit: wholeNumber(values.wordLimit) ?? row.wordLimit,
        bidsAnonymous: values.bidsAnonymous === 'hidden',
        qualityWeight: quality,
        priceWeight: 100 - quality,
        ...methodFrom(values, row.route),
        eligibleOrganisations: organisationsFrom(values),
      },
      criteria: rows,
      requirements: requirementsFrom(values),
    };
  },
});
