import type { Saving } from '../../command.server';
import { recordStage } from '../../questions/question-stage.server';
import type { AwardRecord } from '../load-award.server';
import { keepPlan } from '../changes/keep-plan.server';
import { obligationsFromTerms } from '../obligations/stated-support';

export interface ContractDetails {
  contractReference: string;
  startsOn: Date;
  endsOn: Date;
}

/** The contract is in force: its details, the first plan, and what the terms said the team would supply. */
export async function startDelivery(
  saving: Saving,
  award: AwardRecord,
  details: ContractDetails,
): Promise<void> {
  const { tx, now, newId, newReference } = saving;
  const { id, question } = award;
  await tx.award.update({ where: { id }, data: { ...details, contractedAt: now } });
  if (question.deliveryStartedAt === null) await recordStage(tx, question.id, { deliveryStartedAt: now });
  await keepPlan(tx, id, now, null);
  const promised = obligationsFromTerms(question.contractTerms, details.startsOn, award.bidder);
  await tx.obligation.createMany({
    data: promised.map((row, i) => ({
      ...row,
      id: newId(),
      reference: newReference(),
      awardId: id,
      position: i + 1,
      inTerms: true,
      state: 'due',
    })),
  });
}
