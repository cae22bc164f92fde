import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayEditTerms } from '../term-policy';

/** What the forms that change a term start from. */
export const termForEdit = query({
  name: 'taxonomy.termForEdit',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: mayEditTerms,
  read: ({ db, scope, input }) => {
    if (!isAllowed(scope)) return Promise.resolve(null);
    return db.term.findUnique({
      where: { reference: input.reference },
      select: {
        reference: true,
        scheme: true,
        name: true,
        definition: true,
        aliases: true,
        source: true,
        reviewBy: true,
        retiredAt: true,
        revision: true,
      },
    });
  },
});
