import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayWithdrawAward } from '../award-policy';
import { lockedAward } from '../load-award.server';

/** Takes an award decision back, until its notice. Without another award the question is in evaluation again. */
export const withdrawAward = command({
  name: 'awards.withdraw',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why the decision is withdrawn', 2000),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    if (!award) return null;
    const others = await tx.award.count({
      where: { questionId: award.question.id, withdrawnAt: null, id: { not: award.id } },
    });
    return { award, others };
  },
  authorise: (actor, { award }) => mayWithdrawAward(actor, award),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, others } }) => {
    if (award.withdrawnAt) return refuse('AwardIsWithdrawn', 'This decision has been withdrawn already.');
    if (award.noticeAt)
      return refuse('NoticeIsOut', 'The award notice is out, so the decision can no longer be withdrawn.');
    const { id, reference, question } = award;
    const reopens = others === 0;
    return {
      change: { id, reference, questionId: question.id, reason: input.reason, reopens },
      facts: [
        {
          name: 'AwardDecisionWasWithdrawn',
          noun: 'award',
          nounId: id,
          data: { questionId: question.id, reopens },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, questionId, reason, reopens }) => {
    await tx.award.update({ where: { id }, data: { withdrawnAt: now, withdrawnReason: reason } });
    if (reopens) await recordStage(tx, questionId, { decidedAt: null, outcome: null, outcomeReason: null });
    return { reference };
  },
});
