import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { mayKeepDataset } from '../datasets/dataset-policy';
import { lockedDataset } from '../datasets/dataset-standing.server';

/** Ways to data change; one press says that an entry still holds for a year. */
const HOLDS_DAYS = 365;

export const reaffirmDataset = command({
  name: 'knowledge.reaffirm-dataset',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedDataset(tx, input.reference),
  authorise: (actor, { standing }) => mayKeepDataset(actor, standing),
  subject: ({ id }) => ({ noun: 'dataset', nounId: id }),
  decide: ({ loaded: { id, reference }, now }) => {
    const reviewBy = addDays(ukDay(now), HOLDS_DAYS);
    const data = { reviewBy: isoDay(reviewBy) };
    return {
      change: { id, reference, reviewBy },
      facts: [{ name: 'DatasetWasReaffirmed', noun: 'dataset', nounId: id, data }],
    };
  },
  save: async ({ tx }, { id, reference, reviewBy }) => {
    await tx.dataset.update({ where: { id }, data: { reviewBy } });
    return { reference };
  },
});
