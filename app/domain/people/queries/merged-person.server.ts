import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';

/** Where the address of a merged account leads now. */
export const mergedPerson = query({
  name: 'people.merged-person',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => isMember(actor),
  read: async ({ db, scope, input }) => {
    if (!scope) return null;
    const person = await db.person.findUnique({
      where: { reference: input.reference },
      select: { mergedInto: { select: { reference: true, expertProfile: { select: { listed: true } } } } },
    });
    const kept = person?.mergedInto;
    return kept?.expertProfile?.listed ? { reference: kept.reference } : null;
  },
});
