import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { refuse, refuseField } from '../../refusal';
import { lockedMeasure } from '../load-measure.server';
import { missingForPilot, movesFrom } from '../measure';
import { measureReference } from '../measure-form';
import { mayKeepMeasure } from '../measure-policy';

/** From draft to pilot to use; or retired, with its reason. */
export const moveMeasure = command({
  name: 'measures.move-measure',
  input: z.strictObject({
    ...measureReference,
    to: z.enum(['pilot', 'inUse', 'retired']),
    reason: optionalTextInput(1000, 'Reason'),
  }),
  load: ({ tx, input }) => lockedMeasure(tx, input.reference),
  authorise: mayKeepMeasure,
  subject: ({ id }) => ({ noun: 'measure', nounId: id }),
  decide: ({ input: { to, reason }, loaded: measure, now }) => {
    if (!movesFrom(measure.state).includes(to))
      return refuse('MeasureMovesOnward', 'It cannot go there from where it is now. Look at it again.', {
        stale: true,
      });
    const missing = missingForPilot(measure);
    if (to === 'pilot' && missing.length > 0)
      return refuse('MeasureIsNotOwned', `It cannot leave draft without ${missing.join(', ')}.`);
    if (to === 'retired' && reason === '')
      return refuseField('ReasonIsMissing', 'reason', 'Say why it is no longer counted');
    return {
      change: {
        ...{ id: measure.id, reference: measure.reference },
        data: { state: to, stateReason: reason, ...(to === 'pilot' ? { pilotedAt: now } : {}) },
      },
      facts: [{ name: 'MeasureHasMoved', noun: 'measure', nounId: measure.id, data: { to } }],
    };
  },
  save: async ({ tx }, { id, reference, data }) => {
    await tx.measure.update({ where: { id }, data: { ...data, revision: { increment: 1 } } });
    return { reference };
  },
});
