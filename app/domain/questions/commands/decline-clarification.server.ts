import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { clarificationState } from '../clarifications/clarification';
import { lockedClarification } from '../clarifications/clarification-loading.server';
import { mayRun } from '../question-policy';

/** Only the asker learns of it, with the reason. */
export const declineClarification = command({
  name: 'questions.decline-clarification',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why you do not answer it', 600),
  }),
  load: ({ tx, input }) => lockedClarification(tx, input.reference),
  authorise: (actor, { question }) => mayRun(actor, question),
  subject: ({ id }) => ({ noun: 'clarification', nounId: id }),
  decide: ({ input, loaded }) => {
    if (clarificationState(loaded) !== 'waiting')
      return refuse('ClarificationIsSettled', 'Somebody settled this one meanwhile.', { stale: true });
    const { id, question } = loaded;
    const data = { questionId: question.id, teamId: question.teamId };
    return {
      change: { id, reason: input.reason, question: question.reference },
      facts: [{ name: 'ClarificationWasDeclined', noun: 'clarification' as const, nounId: id, data }],
    };
  },
  save: async ({ tx, now }, { id, reason, question }) => {
    await tx.clarification.update({ where: { id }, data: { declinedAt: now, declinedReason: reason } });
    return { question };
  },
});
