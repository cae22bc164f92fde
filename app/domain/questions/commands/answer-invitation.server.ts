import { z } from 'zod';
import { isMember } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { allow, hide } from '../../policy';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { DECLINE_CODES, type DeclineCode } from '../inviting/answer';
import { isOpen, stateOf } from '../question';
import { lockedQuestion } from '../question-stage.server';

/** An expert who was asked by name says that they will look at the question, or why not; they may change it. */
export const answerInvitation = command({
  name: 'questions.answer-invitation',
  input: z.strictObject({
    reference: referenceInput,
    answer: z.enum(['interested', ...DECLINE_CODES], { error: 'Choose an answer' }),
    words: optionalTextInput(300),
  }),
  load: async ({ tx, actor, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question || actor.kind !== 'person') return null;
    const own = await tx.questionInvitation.findFirst({
      where: { questionId: question.id, personId: actor.id },
      select: { id: true, interestedAt: true, declineCode: true, declineWords: true },
    });
    return { question, own };
  },
  authorise: (actor, { question, own }) => (isMember(actor) && own && question.publishedAt ? allow : hide),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input: { answer, words }, loaded: { question, own }, now }) => {
    if (!own) throw new Error('authorised above');
    if (!isOpen(stateOf(question, now)))
      return refuse('QuestionIsNotOpen', 'This question is no longer open. There is nothing to answer.');
    const code = answer === 'interested' ? null : answer;
    if (code === 'other' && words === '')
      return refuseField('ReasonIsMissing', 'words', 'Say why in a few words');
    const said = code === 'other' ? words : '';
    const same = code ? own.declineCode === code && own.declineWords === said : own.interestedAt !== null;
    return {
      change: { id: own.id, reference: question.reference, code, said, same },
      facts: same ? [] : [factOf(question, code)],
    };
  },
  save: async ({ tx, now }, { id, reference, code, said, same }) => {
    const data = {
      interestedAt: code ? null : now,
      declinedAt: code ? now : null,
      declineCode: code,
      declineWords: said,
    };
    if (!same) await tx.questionInvitation.update({ where: { id }, data });
    return { reference, declined: code !== null };
  },
});

const factOf = ({ id, teamId }: { id: string; teamId: string }, code: DeclineCode | null) => ({
  name: code ? 'InvitationToAnswerWasDeclined' : 'InvitationToAnswerWasWelcomed',
  noun: 'question' as const,
  nounId: id,
  data: { teamId, ...(code && { code }) },
});
