import { z } from 'zod';
import { command } from '../../command.server';
import { isRefusal, refuse } from '../../refusal';
import { chosenForMeasure, lockedMeasure, saidOf, wrongInMeasure } from '../load-measure.server';
import { measureFields, measureReference, revisionInput } from '../measure-form';
import { mayKeepMeasure } from '../measure-policy';

/** Puts right what a measure says of itself; what its figures mean stays once it has any. */
export const changeMeasure = command({
  name: 'measures.change-measure',
  input: z.strictObject({ ...measureReference, revision: revisionInput, ...measureFields }),
  load: async ({ tx, input }) => {
    const measure = await lockedMeasure(tx, input.reference);
    return measure && { measure, chosen: await chosenForMeasure(tx, input) };
  },
  authorise: (actor, { measure }) => mayKeepMeasure(actor, measure),
  subject: ({ measure }) => ({ noun: 'measure', nounId: measure.id }),
  decide: ({ input, loaded: { measure, chosen }, now }) => {
    if (measure.state === 'retired') return refuse('MeasureIsRetired', 'This measure was retired.');
    if (measure.revision !== input.revision)
      return refuse('MeasureHasChanged', 'Somebody changed it meanwhile. Look at it again.', { stale: true });
    if (isRefusal(chosen)) return chosen;
    const wrong = wrongInMeasure(input, now);
    if (wrong) return wrong;
    const { about, ...owned } = chosen;
    return {
      change: {
        id: measure.id,
        reference: measure.reference,
        said: { ...saidOf(input), ...about, ...owned },
      },
      facts: [{ name: 'MeasureWasChanged', noun: 'measure', nounId: measure.id }],
    };
  },
  save: async ({ tx }, { id, reference, said }) => {
    await tx.measure.update({ where: { id }, data: { ...said, revision: { increment: 1 } } });
    return { reference };
  },
  rules: {
    measure_owned_check: refuse(
      'MeasureIsOwned',
      'A measure that is piloted or in use keeps an owner, an owning organisation and a review date.',
    ),
  },
});
