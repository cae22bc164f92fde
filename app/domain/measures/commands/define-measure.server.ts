import { z } from 'zod';
import { command } from '../../command.server';
import { isRefusal } from '../../refusal';
import { chosenForMeasure, saidOf, wrongInMeasure } from '../load-measure.server';
import { definitionFields, measureFields } from '../measure-form';
import { mayDefineMeasure } from '../measure-policy';

/** A draft of what is to be counted, with the first version of its definition. */
export const defineMeasure = command({
  name: 'measures.define-measure',
  input: z.strictObject({ ...measureFields, ...definitionFields }),
  load: ({ tx, input }) => chosenForMeasure(tx, input),
  authorise: mayDefineMeasure,
  decide: ({ input, loaded: chosen, now, newId, newReference }) => {
    if (isRefusal(chosen)) return chosen;
    const wrong = wrongInMeasure(input, now);
    if (wrong) return wrong;
    const id = newId();
    const { about, ...owned } = chosen;
    const { definition, method, definitionSource, holdsFrom } = input;
    return {
      change: {
        row: { id, reference: newReference(), ...saidOf(input), ...about, ...owned },
        version: { number: 1, definition, method, source: definitionSource, holdsFrom },
      },
      facts: [
        {
          name: 'MeasureWasDefined',
          noun: 'measure',
          nounId: id,
          data: { class: input.class, part: input.part },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, { row, version }) => {
    if (actor.kind !== 'person') throw new Error('a visitor defines nothing');
    const { demonstration, id } = actor;
    await tx.measure.create({
      data: {
        ...{ ...row, createdById: id, createdAt: now, invented: demonstration },
        versions: { create: { ...version, recordedById: id, recordedAt: now } },
      },
    });
    return { reference: row.reference };
  },
});
