import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { allowIf, type Verdict } from '../../policy';
import { refuse } from '../../refusal';
import { openDataGap } from '../data-gap.server';
import { isLive, isPublished, stateOf } from '../question';
import { mayRun } from '../question-policy';
import { lockedQuestion, recordStage } from '../question-stage.server';

/** The asking team says that its request is answered, once at least one answer was acknowledged. */
export const settleRequest = command({
  name: 'questions.settle-request',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question) return null;
    const acknowledged = await tx.adviceAnswer.count({
      where: { questionId: question.id, acknowledgedAt: { not: null } },
    });
    return { question, acknowledged, gap: await openDataGap(tx, question.id) };
  },
  authorise: (actor, { question }): Verdict => {
    const run = mayRun(actor, question);
    return run.kind === 'allow'
      ? allowIf(question.route.takesAdvice, 'Only an expert advice request is settled this way.')
      : run;
  },
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: { question, acknowledged, gap }, now }) => {
    if (!isPublished(question) || !isLive(stateOf(question, now)))
      return refuse('QuestionIsFinished', 'This request is finished or withdrawn already.', { stale: true });
    if (acknowledged === 0)
      return refuse('NothingIsAcknowledged', 'Read and acknowledge at least one answer first.');
    if (gap) return gap;
    const data = { teamId: question.teamId, answers: acknowledged };
    return {
      change: question,
      facts: [{ name: 'AdviceRequestWasSettled', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await recordStage(tx, id, { decidedAt: now, answeredAt: now, outcome: 'answered' });
    return { reference };
  },
});
