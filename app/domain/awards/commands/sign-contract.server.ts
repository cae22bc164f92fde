import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { showDate } from '../../uk-time';
import { standstillIsOver } from '../award';
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
  load: ({ tx, input }) => lockedAward(tx, input.reference),
  authorise: (actor, award) => mayRunAward(actor, award),
  subject: ({ id }) => ({ noun: 'award', nounId: id }),
  decide: ({ input, loaded: award, now }) => {
    if (award.withdrawnAt) return refuse('AwardIsWithdrawn', 'This decision was withdrawn.');
    if (award.contractedAt) return refuse('ContractIsSigned', 'The contract has been recorded already.');
    if (!award.noticeAt) return refuse('NoticeIsNotOut', 'Give the award notice first.');
    if (award.standstillEndsOn && !standstillIsOver(award, now))
      return refuse(
        'StandstillIsOn',
        `The standstill ends on ${showDate(award.standstillEndsOn)}. A contract can be made from the day after.`,
      );
    if (input.endsOn < input.startsOn)
      return refuseField('ContractEndsBeforeItStarts', 'endsOn', 'The last day cannot come before the first');
    const { id, reference, question } = award;
    const { contractReference, startsOn, endsOn } = input;
    const startsDelivery = question.deliveryStartedAt === null;
    const about = { questionId: question.id, bidId: award.bidId };
    return {
      change: {
        id,
        reference,
        questionId: question.id,
        startsDelivery,
        row: { contractReference, startsOn, endsOn },
      },
      facts: [{ name: 'ContractWasSigned', noun: 'award', nounId: id, data: about }],
    };
  },
  save: async ({ tx, now }, { id, reference, questionId, startsDelivery, row }) => {
    await tx.award.update({ where: { id }, data: { ...row, contractedAt: now } });
    if (startsDelivery) await recordStage(tx, questionId, { deliveryStartedAt: now });
    return { reference };
  },
});
