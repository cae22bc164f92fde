import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayDecideOnAnswer } from '../advice/advice-policy';
import { lockedAnswer } from '../advice/advice-loading.server';

/** The author alone says whether the answer may be published, and whether with their name. */
export const decideOnPublication = command({
  name: 'questions.decide-on-publication',
  input: z.strictObject({
    reference: referenceInput,
    decision: z.enum(['named', 'unnamed', 'refuse'], { error: 'Choose whether it may be published' }),
  }),
  load: ({ tx, input }) => lockedAnswer(tx, input.reference),
  authorise: (actor, { answer, question }) => mayDecideOnAnswer(actor, answer, question),
  subject: ({ answer }) => ({ noun: 'adviceAnswer', nounId: answer.id }),
  decide: ({ input: { decision }, loaded: { answer, question } }) => {
    if (!answer.publishAskedAt)
      return refuse('PublicationWasNotAsked', 'The asking team has not asked for this.');
    if (answer.consentedAt || answer.refusedAt)
      return refuse('AuthorHasDecided', 'You have decided this already.', { stale: true });
    const named = decision === 'named';
    const data = { questionId: question.id, teamId: question.teamId, named };
    const name = decision === 'refuse' ? 'AdviceAnswerWasKeptPrivate' : 'AdviceAnswerWasConsented';
    return {
      change: { answer, decision, named },
      facts: [{ name, noun: 'adviceAnswer' as const, nounId: answer.id, data }],
    };
  },
  save: async ({ tx, now }, { answer, decision, named }) => {
    const data = decision === 'refuse' ? { refusedAt: now } : { consentedAt: now, consentNamed: named };
    await tx.adviceAnswer.update({ where: { id: answer.id }, data });
    return { reference: answer.reference };
  },
});
