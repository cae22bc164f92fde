import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { stateOf } from '../award';
import { obligationRecord } from '../obligations/load-obligation.server';
import {
  OBLIGATION_KINDS,
  OBLIGATION_STATES,
  OBLIGATION_STEPS,
  obligationState,
  type ObligationKind,
} from '../obligations/obligation';
import { historyOf } from '../steps/history.server';
import { partsOf } from '../steps/part';
import { headOf, seesDelivery } from '../steps/seen-delivery.server';
import { stepsFor } from '../steps/step';

/** One thing that the team owes the experts, with what either side said about it. */
export const obligationPage = query({
  name: 'awards.obligation',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const owed = actor && (await obligationRecord(db, input.reference));
    if (!actor || !owed || !seesDelivery(actor, owed.award)) return null;
    const { award, reference, what, recipient, dueOn, inTerms } = owed;
    const state = obligationState(owed, ukDay(now));
    const over = stateOf(award, now) === 'closed';
    return {
      award: headOf(award),
      reference,
      kind: OBLIGATION_KINDS[owed.kind as ObligationKind],
      what,
      recipient,
      dueOn,
      inTerms,
      state,
      stateName: OBLIGATION_STATES[state],
      steps: over ? [] : stepsFor(OBLIGATION_STEPS, owed.state, partsOf(actor, award)),
      history: await historyOf(db, owed.id),
    };
  },
});
