import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { checkOf, showValue } from '../measure';
import { mayKeepMeasure, mayReadMeasures, mayValidate } from '../measure-policy';
import { showPeriodOf, type PeriodKind } from '../period';

/** One figure, for whoever links its evidence or validates it. */
export const valueToCheck = query({
  name: 'measures.value',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isAllowed(mayReadMeasures(actor)),
  read: async ({ db, actor, scope, input }) => {
    const value = scope
      ? await db.measureValue.findUnique({
          where: input,
          include: { measure: true, checks: true, supersededBy: { select: { id: true } } },
        })
      : null;
    if (!value) return null;
    const { measure, checks } = value;
    const check = checkOf(checks);
    const open = value.supersededBy === null;
    const period = showPeriodOf(measure.periodKind as PeriodKind, value.startsOn);
    return {
      ...{ reference: value.reference, measure: measure.reference, source: value.source, check },
      title: `${measure.name}: ${showValue(value.value, measure.unit)}, ${period}`,
      evidence: checks.find(({ step }) => step === 'evidenced')?.note ?? '',
      may: {
        evidence: open && check === 'claimed' && isAllowed(mayKeepMeasure(actor, measure)),
        validate: open && check === 'evidenced' && isAllowed(mayValidate(actor, value.recordedById)),
      },
    };
  },
});
