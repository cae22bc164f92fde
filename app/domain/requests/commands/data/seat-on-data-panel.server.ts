import { z } from 'zod';
import { command } from '../../../command.server';
import { mayKeepDataset } from '../../../knowledge/datasets/dataset-policy';
import { lockedDataset } from '../../../knowledge/datasets/dataset-standing.server';
import { addressInput } from '../../../people/email-address';
import { memberAt } from '../../../people/member-at.server';
import { referenceInput } from '../../../reference-input';
import { refuse, refuseField } from '../../../refusal';

const MOST = 12;

/** Somebody decides with others who may use these data. The first makes the panel, which decides alone until told otherwise. */
export const seatOnDataPanel = command({
  name: 'requests.seat-on-data-panel',
  input: z.strictObject({ reference: referenceInput, address: addressInput }),
  load: async ({ tx, input }) => {
    const dataset = await lockedDataset(tx, input.reference);
    if (!dataset) return null;
    const seats = await tx.dataPanelSeat.findMany({ where: { datasetId: dataset.id, endedAt: null } });
    return { dataset, seats, personId: await memberAt(tx, input.address) };
  },
  authorise: (actor, { dataset }) => mayKeepDataset(actor, dataset.standing),
  subject: ({ dataset }) => ({ noun: 'dataset', nounId: dataset.id }),
  decide: ({ loaded: { dataset, seats, personId }, newId }) => {
    if (!personId)
      return refuseField('NoSuchMember', 'address', 'No verified member has this e-mail address');
    if (seats.some((seat) => seat.personId === personId))
      return refuseField('IsSeated', 'address', 'This person is on the panel already');
    if (seats.length >= MOST) return refuse('PanelIsFull', `A panel has ${MOST} members at most.`);
    return {
      change: { dataset, seat: { id: newId(), datasetId: dataset.id, personId } },
      facts: [{ name: 'DataPanelMemberWasNamed', noun: 'dataset', nounId: dataset.id, data: { personId } }],
    };
  },
  save: async ({ tx, actor, now }, { dataset, seat }) => {
    if (actor.kind !== 'person') throw new Error('a visitor names nobody');
    const first = { datasetId: dataset.id, quorum: 1, namedById: actor.id, namedAt: now };
    await tx.dataPanel.upsert({ where: { datasetId: dataset.id }, update: {}, create: first });
    await tx.dataPanelSeat.create({ data: { ...seat, startedAt: now } });
    return { reference: dataset.reference };
  },
});
