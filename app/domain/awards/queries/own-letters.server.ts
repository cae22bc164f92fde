import { z } from 'zod';
import { isPerson } from '../../actor';
import { placeIn } from '../../bids/bid-policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';

/** The letters that were sent about a bid, for those who stand in it. */
export const ownLetters = query({
  name: 'awards.own-letters',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    if (!actor) return null;
    const bid = await db.bid.findUnique({
      where: { reference: input.reference },
      select: {
        id: true,
        reference: true,
        questionId: true,
        members: { select: { personId: true, role: true, acceptedAt: true, declinedAt: true } },
        question: { select: { title: true } },
        letters: {
          where: { sentAt: { not: null } },
          orderBy: { sentAt: 'desc' },
          select: { text: true, sentAt: true, hash: true },
        },
      },
    });
    if (!bid || bid.letters.length === 0 || placeIn(actor, bid) === null) return null;
    return { reference: bid.reference, title: bid.question.title, letters: bid.letters };
  },
});
