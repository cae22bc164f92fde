import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { lockedPerson } from '../locked-rows.server';
import { verifyAffiliation } from '../person-emails.server';
import { mayConfirmAffiliation } from '../person-policy';

/** A coordinator who checked a claim stands by it. */
export const confirmAffiliation = command({
  name: 'people.confirm-affiliation',
  input: z.strictObject({ person: referenceInput, organisation: referenceInput }),
  load: async ({ tx, input }) => {
    const person = await lockedPerson(tx, input.person);
    if (!person || person.erasedAt) return null;
    const ofOrganisation = {
      endsOn: null,
      verifiedAt: null,
      organisation: { reference: input.organisation },
    };
    return tx.affiliation.findFirst({ where: { personId: person.id, ...ofOrganisation } });
  },
  authorise: mayConfirmAffiliation,
  subject: ({ personId }) => ({ noun: 'person', nounId: personId }),
  decide: ({ loaded: { personId, organisationId } }) => ({ change: { personId, organisationId }, facts: [] }),
  save: async ({ tx, now, record }, { personId, organisationId }) => {
    record(await verifyAffiliation(tx, personId, organisationId, now, 'coordinator'));
    return null;
  },
});
