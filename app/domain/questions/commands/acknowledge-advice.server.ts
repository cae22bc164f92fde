import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayHandleAnswer } from '../advice/advice-policy';
import { lockedAnswer } from '../advice/advice-loading.server';

/** Thanks the author and, if wished, asks in the same step whether it may be published. */
export const acknowledgeAdvice = command({
  name: 'questions.acknowledge-advice',
  input: z.strictObject({ reference: referenceInput, askToPublish: z.boolean().optional() }),
  load: ({ tx, input }) => lockedAnswer(tx, input.reference),
  authorise: (actor, { answer, question }) => mayHandleAnswer(actor, answer, question),
  subject: ({ answer }) => ({ noun: 'adviceAnswer', nounId: answer.id }),
  decide: ({ input, loaded: { answer, question } }) => {
    const ask = input.askToPublish === true && answer.publishAskedAt === null;
    if (answer.acknowledgedAt && !ask)
      return refuse('AnswerIsAcknowledged', 'This was done already.', { stale: true });
    const about = { noun: 'adviceAnswer' as const, nounId: answer.id };
    const data = { questionId: question.id, teamId: question.teamId };
    return {
      change: { answer, ask },
      facts: [
        ...(answer.acknowledgedAt ? [] : [{ name: 'AdviceAnswerWasAcknowledged', ...about, data }]),
        ...(ask ? [{ name: 'AdvicePublicationWasRequested', ...about, data }] : []),
      ],
    };
  },
  save: async ({ tx, now }, { answer, ask }) => {
    await tx.adviceAnswer.update({
      where: { id: answer.id },
      data: { acknowledgedAt: answer.acknowledgedAt ?? now, ...(ask ? { publishAskedAt: now } : {}) },
    });
    return { reference: answer.reference };
  },
});
