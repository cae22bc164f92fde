import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { claimRecord } from '../claims/load-claim.server';
import { CLAIM_STATES, CLAIM_STEPS, leftToClaim, type ClaimState } from '../claims/payment-claim';
import { historyOf } from '../steps/history.server';
import { partsOf } from '../steps/part';
import { headOf, seesDelivery } from '../steps/seen-delivery.server';
import { stepsFor } from '../steps/step';

/** A payment claim with every query and answer: for both sides of the contract. */
export const claimPage = query({
  name: 'awards.claim',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const claim = actor && (await claimRecord(db, input.reference));
    if (!actor || !claim || !seesDelivery(actor, claim.award)) return null;
    const { award, milestone } = claim;
    const state = claim.state as ClaimState;
    return {
      award: headOf(award),
      reference: claim.reference,
      amount: claim.amount,
      state,
      stateName: CLAIM_STATES[state],
      paidOn: claim.paidOn,
      milestone: {
        position: milestone.position,
        title: milestone.title,
        amount: milestone.amount,
        left: leftToClaim(milestone.amount, milestone.claims),
      },
      steps: stepsFor(CLAIM_STEPS, state, partsOf(actor, award)),
      history: await historyOf(db, claim.id),
    };
  },
});
