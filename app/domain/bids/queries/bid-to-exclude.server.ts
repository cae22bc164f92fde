import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isMember } from '../../actor';
import { mayExclude } from '../bid-policy';
import { bidRecord } from '../bid-record.server';

/** The bid a moderator is about to rule out; null before opening, as for everybody. */
export const bidToExclude = query({
  name: 'bids.toExclude',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isMember(actor),
  read: async ({ db, actor, scope, input: { reference } }) => {
    const bid = await bidRecord(db, reference);
    if (!bid?.openedAt || !bid.liveId || !scope) return null;
    const verdict = mayExclude(actor, bid);
    if (verdict.kind !== 'allow') return verdict.kind === 'deny' ? verdict : null;
    return {
      reference,
      title: bid.questionTitle,
      question: bid.questionReference,
      excludedReason: bid.excludedReason,
    };
  },
});
