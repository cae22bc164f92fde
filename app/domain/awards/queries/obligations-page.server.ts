import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { stateOf } from '../award';
import {
  OBLIGATION_KINDS,
  OBLIGATION_STATES,
  obligationState,
  type ObligationKind,
} from '../obligations/obligation';
import { partsOf } from '../steps/part';
import { headOf, seenDelivery } from '../steps/seen-delivery.server';

/** What the team supplies, by when, and whether it did: the same for both sides. */
export const obligationsPage = query({
  name: 'awards.obligations',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const award = actor && (await seenDelivery(db, actor, input.reference));
    if (!actor || !award) return null;
    const rows = await db.obligation.findMany({
      where: { awardId: award.id },
      orderBy: [{ dueOn: 'asc' }, { position: 'asc' }],
    });
    return {
      ...headOf(award),
      obligations: rows.map((row) => {
        const state = obligationState(row, ukDay(now));
        return {
          reference: row.reference,
          kind: OBLIGATION_KINDS[row.kind as ObligationKind],
          what: row.what,
          recipient: row.recipient,
          dueOn: row.dueOn,
          inTerms: row.inTerms,
          state,
          stateName: OBLIGATION_STATES[state],
        };
      }),
      canAdd: partsOf(actor, award).includes('team') && stateOf(award, now) === 'inDelivery',
    };
  },
});
