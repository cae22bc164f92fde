import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { mayRun } from '../../questions/question-policy';
import { lockedQuestionById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { sessionWith } from '../load-session.server';

/** Calls a session off, with a reason that everybody reads. */
export const cancelSession = command({
  name: 'sessions.cancel',
  input: z.strictObject({ reference: referenceInput, reason: textInput('Say why it is called off', 500) }),
  load: ({ tx, input }) => sessionWith(tx, input.reference, lockedQuestionById),
  authorise: (actor, { question }) => mayRun(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input: { reason }, loaded: { session, question } }) => {
    if (session.cancelledAt || session.recordedAt)
      return refuse('SessionIsOver', 'This session was called off or recorded already.', { stale: true });
    return {
      change: { id: session.id, reason, reference: question.reference },
      facts: [{ name: 'SessionWasCancelled', noun: 'question' as const, nounId: question.id }],
    };
  },
  save: async ({ tx, now }, { id, reason, reference }) => {
    await tx.bidderSession.update({ where: { id }, data: { cancelledAt: now, cancelledReason: reason } });
    return { reference };
  },
});
