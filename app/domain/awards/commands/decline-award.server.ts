import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayDeclineAward } from '../award-policy';
import { lockedAward } from '../load-award.server';
import { endAward } from '../reserve/end-award.server';

/** The lead of the winning bid declines the award, from its notice until the contract. */
export const declineAward = command({
  name: 'awards.decline',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why you decline the award', 2000),
  }),
  load: ({ tx, input }) => lockedAward(tx, input.reference),
  authorise: mayDeclineAward,
  subject: ({ id }) => ({ noun: 'award', nounId: id }),
  decide: ({ input, loaded: award }) => {
    if (award.contractedAt)
      return refuse('ContractIsSigned', 'The contract is signed, so the award can no longer be declined.');
    const { id, reference, question, bidId } = award;
    return {
      change: { id, reference, questionId: question.id, bidId, reason: input.reason },
      facts: [
        { name: 'AwardWasDeclined', noun: 'award', nounId: id, data: { questionId: question.id, bidId } },
      ],
    };
  },
  save: async (saving, { id, questionId, reason }) => {
    await endAward(saving, { id, questionId, reason, ending: 'declined' });
    return null;
  },
});
