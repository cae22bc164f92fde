import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { stateOf } from '../award';
import { mayDeliver } from '../award-policy';
import { lockedAward } from '../load-award.server';
import { blockedBy, liveDeliverable } from '../delivery/milestone';

/** The winner hands over what a milestone owes. Approvals before it have to be in place. */
export const deliver = command({
  name: 'awards.deliver',
  input: z.strictObject({
    reference: referenceInput,
    position: z.coerce.number().int().min(1).max(100),
    title: textInput('Enter a title', 300),
    summary: textInput('Say what you deliver', 20_000),
    limits: optionalTextInput(5000),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    const milestone = award?.milestones.find(({ position }) => position === input.position);
    return award && milestone ? { award, milestone } : null;
  },
  authorise: (actor, { award }) => mayDeliver(actor, award),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, milestone }, actor, now, newId, newReference }) => {
    if (stateOf(award, now) !== 'inDelivery')
      return refuse('DeliveryIsNotOn', 'Deliverables are handed over between the contract and its closing.');
    if (liveDeliverable(milestone))
      return refuse(
        'MilestoneIsDelivered',
        'This milestone has been delivered. If it is returned, you can deliver again.',
      );
    if (milestone.cancelledAt) return refuse('MilestoneIsCancelled', 'This milestone was cancelled.');
    const blocks = blockedBy(award.milestones, milestone);
    if (blocks.length > 0)
      return refuse('ApprovalsAreMissing', `This waits for: ${blocks.map(({ title }) => title).join('; ')}.`);
    const { title, summary, limits } = input;
    const id = newId();
    const row = { id, reference: newReference(), milestoneId: milestone.id, title, summary, limits };
    const data = { awardId: award.id, milestone: milestone.position };
    return {
      change: { ...row, deliveredById: isPerson(actor) ? actor.id : '' },
      facts: [{ name: 'DeliverableWasDelivered', noun: 'deliverable', nounId: id, data }],
    };
  },
  save: async ({ tx, now }, row) => {
    await tx.deliverable.create({ data: { ...row, deliveredAt: now } });
    return { reference: row.reference };
  },
  rules: {
    deliverable_one_live: refuse('MilestoneIsDelivered', 'This milestone has been delivered already.'),
  },
});
