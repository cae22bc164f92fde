import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayConfirmDataset } from '../datasets/dataset-policy';
import { lockedDataset } from '../datasets/dataset-standing.server';

/** A coordinator takes an entry into the register, for every member to read. */
export const confirmDataset = command({
  name: 'knowledge.confirm-dataset',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedDataset(tx, input.reference),
  authorise: (actor, { standing }) => mayConfirmDataset(actor, standing),
  subject: ({ id }) => ({ noun: 'dataset', nounId: id }),
  decide: ({ loaded: { id, reference, standing } }) =>
    standing.confirmed
      ? refuse('DatasetIsConfirmed', 'It is confirmed already.', { stale: true })
      : {
          change: { id, reference },
          facts: [{ name: 'DatasetWasConfirmed', noun: 'dataset' as const, nounId: id }],
        },
  save: async ({ tx, actor, now }, { id, reference }) => {
    const confirmedById = actor.kind === 'person' ? actor.id : null;
    await tx.dataset.update({ where: { id }, data: { confirmedAt: now, confirmedById } });
    return { reference };
  },
});
