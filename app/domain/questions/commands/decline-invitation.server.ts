import { z } from 'zod';
import { isMember } from '../../actor';
import { command } from '../../command.server';
import { allow, hide } from '../../policy';
import { referenceInput } from '../../reference-input';
import { lockedQuestion } from '../question-stage.server';

export const declineInvitation = command({
  name: 'questions.decline-invitation',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedQuestion(tx, input.reference),
  authorise: (actor, question) =>
    isMember(actor) && question.invitations.some(({ personId }) => personId === actor.id) ? allow : hide,
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ loaded: question }) => ({
    change: question,
    facts: [
      {
        name: 'InvitationToAnswerWasDeclined',
        noun: 'question' as const,
        nounId: question.id,
        data: { teamId: question.teamId },
      },
    ],
  }),
  save: async ({ tx, actor, now }, { id, reference }) => {
    if (actor.kind === 'person')
      await tx.questionInvitation.updateMany({
        where: { questionId: id, personId: actor.id, declinedAt: null },
        data: { declinedAt: now },
      });
    return { reference };
  },
});
