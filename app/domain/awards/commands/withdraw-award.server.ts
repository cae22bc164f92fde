import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayWithdrawAward } from '../award-policy';
import { lockedAward } from '../load-award.server';
import { endAward } from '../reserve/end-award.server';
import { reserveOf, standingAwards } from '../../evaluation/reserve/load-reserve.server';

/**
 * Takes an award decision back, until its notice. Without another award or a reserve list the question is in
 * evaluation again.
 */
export const withdrawAward = command({
  name: 'awards.withdraw',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why the decision is withdrawn', 2000),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    if (!award) return null;
    const { id: questionId } = award.question;
    const others = (await standingAwards(tx, questionId)) - (award.withdrawnAt ? 0 : 1);
    const reserves = await reserveOf(tx, questionId);
    return { award, others: others + reserves.length };
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
      change: { id, reference, questionId: question.id, reason: input.reason },
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
  save: async (saving, { id, reference, questionId, reason }) => {
    await endAward(saving, { id, questionId, reason, ending: 'withdrawn' });
    return { reference };
  },
});
