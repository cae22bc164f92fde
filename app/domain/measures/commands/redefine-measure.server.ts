import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { refuse } from '../../refusal';
import { lockedMeasure } from '../load-measure.server';
import { definitionFields, measureReference } from '../measure-form';
import { mayKeepMeasure } from '../measure-policy';

/** Another definition from a day on: it starts a new series, which is never joined to the one before. */
export const redefineMeasure = command({
  name: 'measures.redefine-measure',
  input: z.strictObject({
    ...measureReference,
    ...definitionFields,
    changeNote: textInput('Say what changes and why', 1000, 'What changes'),
  }),
  load: ({ tx, input }) => lockedMeasure(tx, input.reference),
  authorise: mayKeepMeasure,
  subject: ({ id }) => ({ noun: 'measure', nounId: id }),
  decide: ({ input, loaded: { id, reference, state, versions } }) => {
    if (state === 'retired') return refuse('MeasureIsRetired', 'This measure was retired.');
    const { definition, method, definitionSource, holdsFrom, changeNote } = input;
    const number = (versions[0]?.number ?? 0) + 1;
    return {
      change: {
        reference,
        row: { measureId: id, number, definition, method, source: definitionSource, holdsFrom, changeNote },
      },
      facts: [{ name: 'MeasureWasRedefined', noun: 'measure', nounId: id, data: { number } }],
    };
  },
  save: async ({ tx, actor, now }, { reference, row }) => {
    const recordedById = actor.kind === 'person' ? actor.id : '';
    await tx.measureVersion.create({ data: { ...row, recordedById, recordedAt: now } });
    return { reference };
  },
});
