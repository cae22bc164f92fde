import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayRun } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

/** Takes a link off that was put there by mistake; that it stood there stays in the trail. */
export const removeNotice = command({
  name: 'questions.remove-notice',
  input: z.strictObject({ reference: referenceInput, notice: referenceInput }),
  load: async ({ tx, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    const notice = await tx.procurementNotice.findUnique({ where: { reference: input.notice } });
    return question && notice?.questionId === question.id ? { question, notice } : null;
  },
  authorise: (actor, { question }) => mayRun(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: { question, notice } }) => {
    if (notice.removedAt)
      return refuse('NoticeIsRemoved', 'This link was taken off already.', { stale: true });
    const data = { kind: notice.kind, subjectId: notice.id };
    return {
      change: { id: notice.id, question: question.reference },
      facts: [{ name: 'ProcurementNoticeWasRemoved', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { id, question }) => {
    await tx.procurementNotice.update({ where: { id }, data: { removedAt: now } });
    return { question };
  },
});
