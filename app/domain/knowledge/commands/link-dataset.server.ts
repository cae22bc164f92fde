import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { columnOf, idOf, linkedInput, loadLinked, mayLinkData } from '../datasets/linking.server';

/** Says that data answer a question, or that a finding rests on them. */
export const linkDataset = command({
  name: 'knowledge.link-dataset',
  input: z.strictObject({
    ...linkedInput,
    dataset: z.string({ error: 'Choose a dataset' }).min(1, 'Choose a dataset').pipe(referenceInput),
  }),
  load: async ({ tx, input }) => {
    const linked = await loadLinked(tx, input);
    const dataset = await tx.dataset.findFirst({
      where: { reference: input.dataset, confirmedAt: { not: null } },
      select: { id: true },
    });
    return linked && { linked, datasetId: dataset?.id ?? null };
  },
  authorise: (actor, { linked }) => mayLinkData(actor, linked),
  subject: ({ linked }) => ({ noun: linked.noun, nounId: idOf(linked) }),
  decide: ({ input, loaded: { linked, datasetId }, newId }) => {
    if (!datasetId) return refuseField('DatasetIsUnknown', 'dataset', 'Choose a confirmed dataset');
    const { noun } = linked;
    return {
      change: { id: newId(), datasetId, of: columnOf(linked), reference: input.reference },
      facts: [{ name: 'DatasetWasLinked', noun, nounId: idOf(linked), data: { datasetId } }],
    };
  },
  save: async ({ tx, actor, now }, { id, datasetId, of, reference }) => {
    const linkedById = actor.kind === 'person' ? actor.id : '';
    await tx.datasetLink.createMany({
      data: [{ id, datasetId, ...of, linkedById, linkedAt: now }],
      skipDuplicates: true,
    });
    return { reference };
  },
});
