import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { verifyAffiliation } from '../person-emails.server';
import { mayConfirmAffiliation } from '../person-policy';

/** A coordinator who checked a claim stands by it. */
export const confirmAffiliation = command({
  name: 'people.confirm-affiliation',
  input: z.strictObject({ person: referenceInput, organisation: referenceInput }),
  load: ({ tx, input }) =>
    tx.affiliation.findFirst({
      where: {
        endsOn: null,
        verifiedAt: null,
        person: { reference: input.person, erasedAt: null },
        organisation: { reference: input.organisation },
      },
    }),
  authorise: mayConfirmAffiliation,
  subject: ({ personId }) => ({ noun: 'person', nounId: personId }),
  decide: ({ loaded: { personId, organisationId } }) => ({ change: { personId, organisationId }, facts: [] }),
  save: async ({ tx, now, record }, { personId, organisationId }) => {
    record(await verifyAffiliation(tx, personId, organisationId, now, 'coordinator'));
    return null;
  },
});
