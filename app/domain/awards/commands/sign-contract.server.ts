import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { startDelivery } from '../agreement/start-delivery.server';
import { contractRefusal } from '../agreement/contract-refusal';
import { mayRunAward } from '../award-policy';
import { lockedAward } from '../load-award.server';

/** The contract and its details, from the day after the standstill on. With the first one delivery starts. */
export const signContract = command({
  name: 'awards.signContract',
  input: z.strictObject({
    reference: referenceInput,
    contractReference: textInput('Enter the reference of the contract', 100),
    startsOn: dayInput('Enter the first day of the contract'),
    endsOn: dayInput('Enter the last day of the contract'),
  }),
  load: async ({ tx, input }) => {
    const award = await lockedAward(tx, input.reference);
    if (!award) return null;
    const letters = await tx.agreementLetter.count({
      where: { awardId: award.id, state: { notIn: ['rejected', 'reset'] } },
    });
    return { award, letters };
  },
  authorise: (actor, { award }) => mayRunAward(actor, award),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: { award, letters }, now }) => {
    const { reference: _, ...details } = input;
    const refused = contractRefusal(award, details, now);
    if (refused) return refused;
    if (letters > 0)
      return refuse(
        'LetterIsOnItsWay',
        'An agreement letter was prepared. Finish it or take it back before the contract is recorded by hand.',
      );
    const about = { questionId: award.question.id, bidId: award.bidId };
    return {
      change: { award, details },
      facts: [{ name: 'ContractWasSigned', noun: 'award', nounId: award.id, data: about }],
    };
  },
  save: async (saving, { award, details }) => {
    await startDelivery(saving, award, details);
    return { reference: award.reference };
  },
});
