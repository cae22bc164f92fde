import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { mayDeclareFor, mayReadFollowings } from '../following/following-policy';

/** One statement of what is followed, for ending it. */
export const followingToEnd = query({
  name: 'strategy.followingToEnd',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => mayReadFollowings(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const row = await db.following.findUnique({
      where: { reference: input.reference },
      select: {
        organisationId: true,
        endedAt: true,
        organisation: { select: { name: true } },
        framework: { select: { document: true } },
        prioritySet: { select: { document: true } },
      },
    });
    if (!row) return null;
    return {
      reference: input.reference,
      organisation: row.organisation.name,
      followed: row.framework?.document ?? row.prioritySet?.document ?? '',
      ended: row.endedAt !== null,
      today: ukDay(now),
      may: mayDeclareFor(actor, row.organisationId),
    };
  },
});
