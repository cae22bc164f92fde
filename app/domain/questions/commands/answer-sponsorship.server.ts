import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { isLive, stateOf } from '../question';
import { lockedSponsorship } from '../sponsoring/sponsorship-loading.server';
import { sponsorshipState } from '../sponsoring/sponsorship';
import { mayAnswerSponsorship } from '../sponsoring/sponsorship-policy';

/** The asking team takes another team beside it, or says why not. */
export const answerSponsorship = command({
  name: 'questions.answer-sponsorship',
  input: z.strictObject({
    reference: referenceInput,
    answer: z.enum(['accept', 'decline'], { error: 'Choose whether they join' }),
    reason: optionalTextInput(1000),
  }),
  load: ({ tx, input }) => lockedSponsorship(tx, input.reference),
  authorise: mayAnswerSponsorship,
  subject: ({ questionId }) => ({ noun: 'question', nounId: questionId }),
  decide: ({ input, loaded: sponsorship, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (sponsorshipState(sponsorship, now) !== 'requested')
      return refuse('RequestHasLapsed', 'This request lapsed before you answered.', { stale: true });
    if (!isLive(stateOf(sponsorship.question, now)))
      return refuse('QuestionIsFinished', 'This question is finished or withdrawn already.');
    const accepts = input.answer === 'accept';
    if (!accepts && input.reason === '')
      return refuseField('ReasonIsMissing', 'reason', 'Say why you decline');
    const name = accepts ? 'SponsorshipWasAccepted' : 'SponsorshipWasDeclined';
    const data = { sponsorshipId: sponsorship.id, teamId: sponsorship.teamId };
    return {
      change: { sponsorship, accepts, by: actor.id, reason: input.reason },
      facts: [{ name, noun: 'question' as const, nounId: sponsorship.questionId, data }],
    };
  },
  save: async ({ tx, now }, { sponsorship: { id, question }, accepts, by, reason }) => {
    await tx.sponsorship.update({
      where: { id },
      data: accepts
        ? { acceptedAt: now, acceptedById: by }
        : { endedAt: now, ending: 'declined', endedById: by, endedReason: reason },
    });
    return { question: question.reference, accepts };
  },
});
