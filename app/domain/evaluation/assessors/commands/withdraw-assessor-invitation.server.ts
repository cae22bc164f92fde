import { z } from 'zod';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { mayRunPanel } from '../../evaluation-policy';
import { lockedCompetition } from '../../load-competition.server';

/** Takes back an invitation to assess that nobody has answered. */
export const withdrawAssessorInvitation = command({
  name: 'evaluation.withdrawAssessorInvitation',
  input: z.strictObject({ reference: referenceInput, person: z.string().trim().toLowerCase().max(254) }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const called = [
      { reference: input.person.toUpperCase() },
      { emails: { some: { address: input.person, verifiedAt: { not: null } } } },
    ];
    const invitation = await tx.assessorInvitation.findFirst({
      where: { questionId: competition.question.id, person: { OR: called } },
      select: { personId: true, acceptedAt: true, declinedAt: true, withdrawnAt: true },
    });
    return invitation && { competition, invitation };
  },
  authorise: (actor, { competition }) => mayRunPanel(actor, competition.question),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, invitation } }) => {
    const { id: questionId, reference } = competition.question;
    const { personId, acceptedAt, declinedAt, withdrawnAt } = invitation;
    if (withdrawnAt) return refuse('InvitationIsWithdrawn', 'This invitation was taken back already.');
    if (acceptedAt || declinedAt)
      return refuse('InvitationIsAnswered', 'This invitation is answered, so it stays.');
    return {
      change: { questionId, reference, personId },
      facts: [
        { name: 'AssessorInvitationWasWithdrawn', noun: 'question', nounId: questionId, data: { personId } },
      ],
    };
  },
  save: async ({ tx, now }, { questionId, reference, personId }) => {
    await tx.assessorInvitation.update({
      where: { questionId_personId: { questionId, personId } },
      data: { withdrawnAt: now },
    });
    return { reference };
  },
});
