import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { columnOf, idOf, linkedInput, loadLinked, mayLinkData } from '../datasets/linking.server';

/** Takes a link away. What closed a question about missing data stays: the database holds it. */
export const unlinkDataset = command({
  name: 'knowledge.unlink-dataset',
  input: z.strictObject({ ...linkedInput, dataset: referenceInput }),
  load: async ({ tx, input }) => {
    const linked = await loadLinked(tx, input);
    const link = linked
      ? await tx.datasetLink.findFirst({
          where: { ...columnOf(linked), dataset: { reference: input.dataset } },
        })
      : null;
    return linked && { linked, link };
  },
  authorise: (actor, { linked }) => mayLinkData(actor, linked),
  subject: ({ linked }) => ({ noun: linked.noun, nounId: idOf(linked) }),
  decide: ({ input, loaded: { linked, link } }) => {
    if (!link) return refuse('NotLinked', 'It is not linked any more.', { stale: true });
    const { id, datasetId } = link;
    return {
      change: { id, reference: input.reference },
      facts: [{ name: 'DatasetWasUnlinked', noun: linked.noun, nounId: idOf(linked), data: { datasetId } }],
    };
  },
  save: async ({ tx }, { id, reference }) => {
    await tx.datasetLink.delete({ where: { id } });
    return { reference };
  },
});
