import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { showInstant } from '../../uk-time';
import { mayAnswerPanel } from '../bidder-policy';
import { ownInterview } from '../interviews/own-interview.server';

/** A bidder chooses one of the times offered to their bid, and may choose again until choosing ends. */
export const chooseInterviewSlot = command({
  name: 'evaluation.chooseInterviewSlot',
  input: z.strictObject({ reference: referenceInput, slot: z.uuid({ error: 'Choose a time' }) }),
  load: ({ tx, input }) => ownInterview(tx, input.reference, true),
  authorise: (actor, { bid }) => mayAnswerPanel(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { bid, interview, round, slots, over }, actor, now }) => {
    if (interview.withdrawnAt)
      return refuse('InterviewWasDeclined', 'You have withdrawn from the interview.');
    if (over || interview.recordedAt) return refuse('InterviewIsOver', 'This interview is over.');
    if (now >= round.chooseBy)
      return refuse(
        'ChoosingIsOver',
        `Times could be chosen until ${showInstant(round.chooseBy)}. Write to the team.`,
      );
    const slot = slots.find(({ id }) => id === input.slot);
    if (!slot) return refuseField('SlotIsNotOffered', 'slot', 'Choose one of the times offered');
    return {
      change: {
        reference: bid.reference,
        bidId: bid.id,
        slotId: slot.id,
        by: isPerson(actor) ? actor.id : '',
      },
      facts: [{ name: 'InterviewSlotWasChosen', noun: 'bid', nounId: bid.id }],
    };
  },
  save: async ({ tx, now }, { reference, bidId, slotId, by }) => {
    await tx.interview.update({ where: { bidId }, data: { slotId, chosenAt: now, chosenById: by } });
    return { reference };
  },
});
