import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { lockedSponsorship } from '../sponsoring/sponsorship-loading.server';
import { mayLeaveSponsorship } from '../sponsoring/sponsorship-policy';

/** A sponsor goes. That it stood beside the question, and why it went, stays on record. */
export const leaveSponsorship = command({
  name: 'questions.leave-sponsorship',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why your team leaves', 1000) }),
  load: ({ tx, input }) => lockedSponsorship(tx, input.reference),
  authorise: mayLeaveSponsorship,
  subject: ({ questionId }) => ({ noun: 'question', nounId: questionId }),
  decide: ({ input, loaded: { id, reference, questionId, teamId }, actor }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const data = { sponsorshipId: id, teamId };
    return {
      change: { id, reference, by: actor.id, reason: input.reason },
      facts: [{ name: 'SponsorHasLeft', noun: 'question' as const, nounId: questionId, data }],
    };
  },
  save: async ({ tx, now }, { id, reference, by, reason }) => {
    await tx.sponsorship.update({
      where: { id },
      data: { endedAt: now, ending: 'left', endedById: by, endedReason: reason },
    });
    return { reference };
  },
});
