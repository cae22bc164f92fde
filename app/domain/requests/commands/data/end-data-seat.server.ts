import { z } from 'zod';
import { command } from '../../../command.server';
import { mayKeepDataset } from '../../../knowledge/datasets/dataset-policy';
import { lockedDataset } from '../../../knowledge/datasets/dataset-standing.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';

/** Somebody leaves the panel. What they thought no longer counts for what is still open. */
export const endDataSeat = command({
  name: 'requests.end-data-seat',
  input: z.strictObject({ reference: referenceInput, seat: z.uuid() }),
  load: async ({ tx, input }) => {
    const dataset = await lockedDataset(tx, input.reference);
    if (!dataset) return null;
    const seats = await tx.dataPanelSeat.findMany({ where: { datasetId: dataset.id, endedAt: null } });
    const panel = await tx.dataPanel.findUnique({ where: { datasetId: dataset.id } });
    return { dataset, seats, quorum: panel?.quorum ?? 1 };
  },
  authorise: (actor, { dataset }) => mayKeepDataset(actor, dataset.standing),
  subject: ({ dataset }) => ({ noun: 'dataset', nounId: dataset.id }),
  decide: ({ input: { seat }, loaded: { dataset, seats, quorum } }) => {
    const one = seats.find(({ id }) => id === seat);
    if (!one) return refuse('SeatHasEnded', 'This person is no longer on the panel.', { stale: true });
    if (seats.length <= quorum)
      return refuse('QuorumWouldBeLost', 'Fewer would be left than must be heard. Lower that number first.');
    const data = { personId: one.personId };
    return {
      change: { id: one.id, reference: dataset.reference },
      facts: [{ name: 'DataPanelMemberHasLeft', noun: 'dataset', nounId: dataset.id, data }],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.dataPanelSeat.update({ where: { id }, data: { endedAt: now } });
    return { reference };
  },
});
