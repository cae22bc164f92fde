import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { countryName, COUNTRY_ROLES } from '../places/countries';
import { maySetCountries } from '../places/place-policy';
import { placedNoun, placedThing } from '../places/placed-thing.server';

/** The countries of one question or finding, by their part in the trade. */
export const countriesOf = query({
  name: 'understanding.countriesOf',
  input: z.strictObject({ noun: placedNoun, reference: referenceInput }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const thing = await placedThing(db, actor, input);
    if (!thing) return null;
    const named = COUNTRY_ROLES.map((role) => ({
      role,
      names: thing.countries.filter((one) => one.role === role).map(({ country }) => countryName(country)),
    }));
    return {
      reference: thing.reference,
      title: thing.title,
      roles: named,
      may: maySetCountries(actor, thing),
    };
  },
});
