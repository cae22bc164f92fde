import { z } from 'zod';
import { command } from '../../../command.server';
import { mayKeepDataset } from '../../../knowledge/datasets/dataset-policy';
import { lockedDataset } from '../../../knowledge/datasets/dataset-standing.server';
import { referenceInput } from '../../../reference-input';
import { refuseField } from '../../../refusal';

const HOW = 'Enter a whole number from 1 to 12';

/** How many of the panel must be heard before a request for this dataset is decided. */
export const setDataQuorum = command({
  name: 'requests.set-data-quorum',
  input: z.strictObject({
    reference: referenceInput,
    quorum: z.coerce.number({ error: HOW }).int(HOW).min(1, HOW).max(12, HOW),
  }),
  load: async ({ tx, input }) => {
    const dataset = await lockedDataset(tx, input.reference);
    if (!dataset) return null;
    return {
      dataset,
      seats: await tx.dataPanelSeat.count({ where: { datasetId: dataset.id, endedAt: null } }),
    };
  },
  authorise: (actor, { dataset }) => mayKeepDataset(actor, dataset.standing),
  subject: ({ dataset }) => ({ noun: 'dataset', nounId: dataset.id }),
  decide: ({ input: { quorum }, loaded: { dataset, seats } }) =>
    quorum > Math.max(1, seats)
      ? refuseField(
          'QuorumIsTooLarge',
          'quorum',
          `The panel has ${seats} ${seats === 1 ? 'member' : 'members'}`,
        )
      : {
          change: { id: dataset.id, reference: dataset.reference, quorum },
          facts: [{ name: 'DataQuorumWasSet', noun: 'dataset', nounId: dataset.id, data: { quorum } }],
        },
  save: async ({ tx, actor, now }, { id, reference, quorum }) => {
    if (actor.kind !== 'person') throw new Error('a visitor names nobody');
    const said = { quorum, namedById: actor.id, namedAt: now };
    await tx.dataPanel.upsert({ where: { datasetId: id }, update: said, create: { datasetId: id, ...said } });
    return { reference };
  },
});
