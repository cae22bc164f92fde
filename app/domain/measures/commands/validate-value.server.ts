import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { refuse } from '../../refusal';
import { checkOf } from '../measure';
import { lockedValue } from '../load-value.server';
import { measureReference } from '../measure-form';
import { mayValidate } from '../measure-policy';

/** Somebody other than who recorded a figure looked at its evidence and holds it right. */
export const validateValue = command({
  name: 'measures.validate-value',
  input: z.strictObject({
    ...measureReference,
    note: textInput('Say what you checked', 1000, 'What you checked'),
  }),
  load: ({ tx, input }) => lockedValue(tx, input.reference),
  authorise: (actor, { recordedById }) => mayValidate(actor, recordedById),
  subject: ({ measure }) => ({ noun: 'measure', nounId: measure.id }),
  decide: ({ input, loaded: { id, measure, checks } }) => {
    const state = checkOf(checks);
    if (state === 'claimed')
      return refuse('FigureIsNotEvidenced', 'Evidence is linked before a figure is validated.');
    if (state === 'validated')
      return refuse('FigureIsValidated', 'It is validated already.', { stale: true });
    return {
      change: { reference: measure.reference, row: { valueId: id, note: input.note } },
      facts: [
        { name: 'MeasureValueWasValidated', noun: 'measure', nounId: measure.id, data: { valueId: id } },
      ],
    };
  },
  save: async ({ tx, actor, now }, { reference, row }) => {
    const byId = actor.kind === 'person' ? actor.id : '';
    await tx.measureCheck.create({ data: { ...row, step: 'validated', byId, at: now } });
    return { reference };
  },
});
