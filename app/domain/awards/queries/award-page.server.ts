import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { contractFrom, stateOf } from '../award';
import {
  isOnAskingSide,
  isWinner,
  mayDeclineAward,
  mayDeliver,
  mayPay,
  mayRunAward,
  maySeeAward,
  maySeeDelivery,
  mayWithdrawAward,
} from '../award-policy';
import { isOpenClaim, leftToClaim } from '../claims/payment-claim';
import { deliveryStanding, type ClaimOfMilestone } from '../delivery/delivery-standing.server';
import { awardRecord, type AwardRecord } from '../load-award.server';
import { partsOf } from '../steps/part';
import {
  blockedBy,
  isOverdue,
  liveDeliverable,
  owesWork,
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
    const parts = partsOf(actor, award);
    const standing = sees ? await deliveryStanding(db, award, now) : null;
    const claims = standing?.claims ?? [];
    const claimsIt = state === 'inDelivery' && parts.includes('winner');
    const plans = runs && ['decided', 'standstill', 'extended', 'readyToContract'].includes(state);
    return {
      ...told(award, sees),
      state,
      /** Where the standstill is extended and its end is known. */
      contractFrom: contractFrom(award, now),
      won: isWinner(actor, award),
      milestones: sees
        ? award.milestones.map((one) =>
            shown(award.milestones, one, { delivers, pays, claimsIt, now }, claims),
          )
        : null,
      may: {
        tellBidders: runs && state === 'decided',
        withdraw: state === 'decided' && isAllowed(mayWithdrawAward(actor, award)),
        decline:
          ['standstill', 'extended', 'readyToContract'].includes(state) &&
          isAllowed(mayDeclineAward(actor, award)),
        planMilestones: plans,
        signContract: runs && state === 'readyToContract',
        close: runs && state === 'inDelivery' && stillOwed(award.milestones).length === 0,
        closeEarly: runs && state === 'inDelivery',
      },
      standing,
      seesFunding: sees && isOnAskingSide(actor, award),
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
  suspendedFrom: inside ? award.suspendedFrom : null,
  suspendedUntil: inside ? award.suspendedUntil : null,
  terminatedOn: inside ? award.terminatedOn : null,
  withdrawnAt: award.withdrawnAt,
  withdrawnReason: inside ? award.withdrawnReason : null,
});

interface May {
  delivers: boolean;
  pays: boolean;
  claimsIt: boolean;
  now: Date;
}

function shown(all: Milestone[], milestone: Milestone, may: May, every: ClaimOfMilestone[]) {
  const claims = every.filter(({ milestoneId }) => milestoneId === milestone.id);
  const left = leftToClaim(milestone.amount, claims);
  const isClaimed = claims.some(({ state }) => isOpenClaim(state));
  const payable =
    milestone.amount > 0 && !milestone.paidAt && !milestone.cancelledAt && !owesWork(milestone) && !isClaimed;
  const waits = blockedBy(all, milestone).map(({ title }) => title);
  const live = liveDeliverable(milestone);
  return {
    position: milestone.position,
    title: milestone.title,
    dueOn: milestone.dueOn,
    amount: milestone.amount,
    approval: milestone.approval,
    kind: milestone.kind,
    overdue: isOverdue(milestone, ukDay(may.now)),
    left,
    claims: claims.map(({ reference, amount, state }) => ({ reference, amount, state })),
    state: milestoneState(milestone),
    paidAt: milestone.paidAt,
    waits,
    deliverables: milestone.deliverables.map(({ reference, title, deliveredAt, acceptedAt, returnedAt }) => ({
      reference,
      title,
      deliveredAt,
      state: acceptedAt ? ('accepted' as const) : returnedAt ? ('returned' as const) : ('waiting' as const),
    })),
    deliver: may.delivers && !live && waits.length === 0 && !milestone.cancelledAt && milestone.kind.delivers,
    pay: may.pays && payable,
    claim: may.claimsIt && payable && left > 0,
  };
}
