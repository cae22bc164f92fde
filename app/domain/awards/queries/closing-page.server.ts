import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { stateOf } from '../award';
import { mayRunAward } from '../award-policy';
import { openItems } from '../closing/open-items.server';
import { headOf, seenDelivery } from '../steps/seen-delivery.server';

/** What is open before an award is closed. */
export const closingPage = query({
  name: 'awards.closing',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const award = actor && (await seenDelivery(db, actor, input.reference));
    if (!actor || !award) return null;
    const closes = stateOf(award, now) === 'inDelivery' && isAllowed(mayRunAward(actor, award));
    return { ...headOf(award), closes, items: closes ? await openItems(db, award) : [] };
  },
});
