import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { refuseField } from '../../refusal';
import { referenceInput } from '../../reference-input';
import { countriesIn, COUNTRY_ROLES } from '../places/countries';
import { maySetCountries } from '../places/place-policy';
import { placedNoun, placedThing } from '../places/placed-thing.server';

/** Which countries a question or finding is about, each as source, transit or destination. */
export const setCountries = command({
  name: 'understanding.setCountries',
  input: z.strictObject({
    noun: placedNoun,
    reference: referenceInput,
    source: optionalTextInput(1000),
    transit: optionalTextInput(1000),
    destination: optionalTextInput(1000),
  }),
  load: ({ tx, actor, input }) => placedThing(tx, actor, input),
  authorise: (actor, thing) => maySetCountries(actor, thing),
  decide: ({ input, loaded: thing }) => {
    const rows: { country: string; role: (typeof COUNTRY_ROLES)[number] }[] = [];
    for (const role of COUNTRY_ROLES) {
      const read = countriesIn(input[role]);
      if ('unknown' in read)
        return refuseField('CountryIsUnknown', role, `No country is called “${read.unknown}”`);
      rows.push(...read.codes.map((country) => ({ country, role })));
    }
    const { noun } = input;
    return {
      change: { noun, thing, rows },
      facts: [
        {
          name: 'CountriesWereSet',
          noun,
          nounId: thing.id,
          data: { countries: rows.map((row) => row.country) },
        },
      ],
    };
  },
  save: async ({ tx }, { noun, thing, rows }) => {
    if (noun === 'question') {
      await tx.questionCountry.deleteMany({ where: { questionId: thing.id } });
      await tx.questionCountry.createMany({ data: rows.map((row) => ({ ...row, questionId: thing.id })) });
    } else {
      await tx.findingCountry.deleteMany({ where: { findingId: thing.id } });
      await tx.findingCountry.createMany({ data: rows.map((row) => ({ ...row, findingId: thing.id })) });
    }
    return { reference: thing.reference };
  },
});
