import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { stateOf } from '../award';
import {
  isWinner,
  mayDeliver,
  mayPay,
  mayRunAward,
  maySeeAward,
  maySeeDelivery,
  mayWithdrawAward,
} from '../award-policy';
import { awardRecord, type AwardRecord } from '../load-award.server';
import {
  blockedBy,
  isAccepted,
  liveDeliverable,
  stateOf as milestoneState,
  stillOwed,
  type Milestone,
} from '../delivery/milestone';

/** An award: who won what, where it stands and, for both sides of the contract, what is owed and what arrived. */
export const awardPage = query({
  name: 'awards.page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope: actor, input, now }) => {
    const award = await awardRecord(db, input.reference);
    if (!award || !isAllowed(maySeeAward(actor, award))) return null;
    const state = stateOf(award, now);
    const runs = isAllowed(mayRunAward(actor, award));
    const delivers = state === 'inDelivery' && isAllowed(mayDeliver(actor, award));
    const pays = state === 'inDelivery' && isAllowed(mayPay(actor, award));
    const sees = maySeeDelivery(actor, award);
    return {
      ...told(award, sees),
      state,
      won: isWinner(actor, award),
      milestones: sees
        ? award.milestones.map((one) => shown(award.milestones, one, { delivers, pays }))
        : null,
      may: {
        tellBidders: runs && state === 'decided',
        withdraw: state === 'decided' && isAllowed(mayWithdrawAward(actor, award)),
        planMilestones: runs && ['decided', 'standstill', 'readyToContract'].includes(state),
        signContract: runs && state === 'readyToContract',
        close: runs && state === 'inDelivery' && stillOwed(award.milestones).length === 0,
      },
    };
  },
});

/** The contract's reference and the reason of a withdrawal stay with the two sides of the contract. */
const told = (award: AwardRecord, inside: boolean) => ({
  reference: award.reference,
  question: { reference: award.question.reference, title: award.question.title },
  route: award.question.route.name,
  bidder: award.bidder,
  amount: award.amount,
  decidedAt: award.decidedAt,
  noticeAt: award.noticeAt,
  standstillEndsOn: award.standstillEndsOn,
  contractedAt: award.contractedAt,
  contractReference: inside ? award.contractReference : null,
  startsOn: award.startsOn,
  endsOn: award.endsOn,
  closedAt: award.closedAt,
  withdrawnAt: award.withdrawnAt,
  withdrawnReason: inside ? award.withdrawnReason : null,
});

function shown(all: Milestone[], milestone: Milestone, may: { delivers: boolean; pays: boolean }) {
  const waits = blockedBy(all, milestone).map(({ title }) => title);
  const live = liveDeliverable(milestone);
  return {
    position: milestone.position,
    title: milestone.title,
    dueOn: milestone.dueOn,
    amount: milestone.amount,
    approval: milestone.approval,
    state: milestoneState(milestone),
    paidAt: milestone.paidAt,
    waits,
    deliverables: milestone.deliverables.map(({ reference, title, deliveredAt, acceptedAt, returnedAt }) => ({
      reference,
      title,
      deliveredAt,
      state: acceptedAt ? ('accepted' as const) : returnedAt ? ('returned' as const) : ('waiting' as const),
    })),
    deliver: may.delivers && !live && waits.length === 0,
    pay: may.pays && milestone.amount > 0 && !milestone.paidAt && isAccepted(milestone),
  };
}
