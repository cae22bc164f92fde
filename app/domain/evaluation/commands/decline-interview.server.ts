import { z } from 'zod';
import { isPerson } from '../../actor';
import { mayLead } from '../../bids/bid-policy';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ownInterview } from '../interviews/own-interview.server';

const OVER = refuse('InterviewIsOver', 'This interview is over.');

/** The lead withdraws the bid from the interviews; it is no longer ranked. */
export const declineInterview = command({
  name: 'evaluation.declineInterview',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why you withdraw', 2000) }),
  load: ({ tx, input }) => ownInterview(tx, input.reference, true),
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { bid, interview, over }, actor }) => {
    if (interview.withdrawnAt) return refuse('InterviewWasDeclined', 'You have withdrawn already.');
    if (over || interview.recordedAt) return OVER;
    return {
      change: {
        reference: bid.reference,
        bidId: bid.id,
        reason: input.reason,
        by: isPerson(actor) ? actor.id : '',
      },
      facts: [{ name: 'InterviewWasDeclined', noun: 'bid', nounId: bid.id }],
    };
  },
  save: async ({ tx, now }, { reference, bidId, reason, by }) => {
    await tx.interview.update({
      where: { bidId },
      data: { withdrawnAt: now, withdrawnById: by, withdrawnReason: reason, slotId: null },
    });
    return { reference };
  },
  rules: { interview_withdrawn: OVER },
});
