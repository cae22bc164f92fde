import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { mayRunAward } from '../award-policy';
import { lockedAward } from '../load-award.server';
import { stillOwed } from '../delivery/milestone';

/** Closes an award when everything is accepted and paid. */
export const closeAward = command({
  name: 'awards.close',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedAward(tx, input.reference),
  authorise: (actor, award) => mayRunAward(actor, award),
  subject: ({ id }) => ({ noun: 'award', nounId: id }),
  decide: ({ loaded: award, now }) => {
    if (stateOf(award, now) !== 'inDelivery')
      return refuse('DeliveryIsNotOn', 'Only an award in delivery can be closed.');
    const owed = stillOwed(award.milestones);
    if (owed.length > 0)
      return refuse(
        'SomethingIsOwed',
        `Not accepted and paid yet: ${owed.map(({ title }) => title).join('; ')}.`,
      );
    return {
      change: { id: award.id, reference: award.reference },
      facts: [{ name: 'AwardWasClosed', noun: 'award', nounId: award.id, data: { bidId: award.bidId } }],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.award.update({ where: { id }, data: { closedAt: now } });
    return { reference };
  },
});
