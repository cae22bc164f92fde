import { z } from 'zod';
import { command } from '../../command.server';
import { isRefusal } from '../../refusal';
import { datasetFields, wrongIn } from '../datasets/dataset-form';
import { mayAddDataset } from '../datasets/dataset-policy';
import { chosenIn, replaceTerms } from '../datasets/dataset-standing.server';

/** A member enters data that somebody holds; a coordinator confirms it before others read it. */
export const addDataset = command({
  name: 'knowledge.add-dataset',
  input: z.strictObject(datasetFields),
  load: ({ tx, input }) => chosenIn(tx, input),
  authorise: mayAddDataset,
  decide: ({ input, loaded: chosen, now, newId, newReference }) => {
    if (isRefusal(chosen)) return chosen;
    const wrong = wrongIn(input, now);
    if (wrong) return wrong;
    const { organisation: _, threatAreas: __, ...said } = input;
    const id = newId();
    return {
      change: { id, reference: newReference(), said, chosen },
      facts: [{ name: 'DatasetWasEntered', noun: 'dataset', nounId: id }],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, said, chosen: { organisationId, termIds } }) => {
    if (actor.kind !== 'person') throw new Error('a visitor enters nothing');
    const people = { ownerId: actor.id, createdById: actor.id };
    await tx.dataset.create({
      data: { id, reference, ...said, organisationId, ...people, createdAt: now, changedAt: now },
    });
    await replaceTerms(tx, id, termIds);
    return { reference };
  },
});
