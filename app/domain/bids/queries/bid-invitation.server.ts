import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayAnswerInvitation } from '../bid-policy';
import { bidRecord } from '../bid-record.server';
import { headOf } from './bid-page.server';

/** What an invited person may know before they accept: who asks, for which question, and for what part. */
export const bidInvitation = query({
  name: 'bids.invitation',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const bid = await bidRecord(db, reference);
    if (!bid || !scope || !isAllowed(mayAnswerInvitation(actor, bid))) return null;
    const { title, question, team, closesAt, open, millisecondsLeft } = headOf(bid, now);
    const lead = bid.members.find(({ role }) => role === 'lead')?.name ?? '';
    const role = bid.members.find(({ personId }) => personId === scope)?.role ?? 'partner';
    return { reference, title, question, team, closesAt, open, millisecondsLeft, lead, role };
  },
});
