import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { businessTerms, taggedThing } from '../business/tagged-business.server';
import { maySetCountries } from '../places/place-policy';
import { placedNoun } from '../places/placed-thing.server';

/** The parts of the criminal business that one question or finding is about, with the choices. */
export const businessModelOf = query({
  name: 'understanding.businessModelOf',
  input: z.strictObject({ noun: placedNoun, reference: referenceInput }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const thing = await taggedThing(db, actor, input);
    if (!thing) return null;
    const { reference, title, terms } = thing;
    return { reference, title, terms, choices: await businessTerms(db), may: maySetCountries(actor, thing) };
  },
});
