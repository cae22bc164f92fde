import { z } from 'zod';
import { isMember } from '../../actor';
import { command } from '../../command.server';
import { allow, hide } from '../../policy';
import { referenceInput } from '../../reference-input';
import { lockedQuestion } from '../question-stage.server';

export const declineInvitation = command({
  name: 'questions.decline-invitation',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, actor, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question || actor.kind !== 'person') return null;
    const own = await tx.questionInvitation.findFirst({
      where: { questionId: question.id, personId: actor.id },
      select: { declinedAt: true },
    });
    return { question, own };
  },
  authorise: (actor, { own }) => (isMember(actor) && own ? allow : hide),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: { question, own } }) => {
    const about = { noun: 'question' as const, nounId: question.id, data: { teamId: question.teamId } };
    const facts = own?.declinedAt ? [] : [{ name: 'InvitationToAnswerWasDeclined', ...about }];
    return { change: question, facts };
  },
  save: async ({ tx, actor, now }, { id, reference }) => {
    if (actor.kind === 'person')
      await tx.questionInvitation.updateMany({
        where: { questionId: id, personId: actor.id, declinedAt: null },
        data: { declinedAt: now },
      });
    return { reference };
  },
});
