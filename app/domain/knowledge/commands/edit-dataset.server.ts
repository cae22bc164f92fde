import { z } from 'zod';
import { hasRole } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { isRefusal } from '../../refusal';
import { datasetFields, wrongIn } from '../datasets/dataset-form';
import { mayKeepDataset } from '../datasets/dataset-policy';
import { chosenIn, lockedDataset, replaceTerms } from '../datasets/dataset-standing.server';

/** Changes an entry. What a member changed is confirmed again; what links to it stays linked. */
export const editDataset = command({
  name: 'knowledge.edit-dataset',
  input: z.strictObject({ reference: referenceInput, ...datasetFields }),
  load: async ({ tx, input }) => {
    const dataset = await lockedDataset(tx, input.reference);
    return dataset && { dataset, chosen: await chosenIn(tx, input) };
  },
  authorise: (actor, { dataset }) => mayKeepDataset(actor, dataset.standing),
  subject: ({ dataset }) => ({ noun: 'dataset', nounId: dataset.id }),
  decide: ({ input, loaded: { dataset, chosen }, actor, now }) => {
    if (isRefusal(chosen)) return chosen;
    const wrong = wrongIn(input, now);
    if (wrong) return wrong;
    const { organisation: _, threatAreas: __, reference, ...said } = input;
    const stays = hasRole(actor, 'coordinator');
    return {
      change: { id: dataset.id, reference, said, chosen, stays },
      facts: [{ name: 'DatasetWasChanged', noun: 'dataset', nounId: dataset.id }],
    };
  },
  save: async ({ tx, now }, { id, reference, said, chosen: { organisationId, termIds }, stays }) => {
    const again = stays ? {} : { confirmedAt: null, confirmedById: null };
    await tx.dataset.update({ where: { id }, data: { ...said, organisationId, changedAt: now, ...again } });
    await replaceTerms(tx, id, termIds);
    return { reference };
  },
});
