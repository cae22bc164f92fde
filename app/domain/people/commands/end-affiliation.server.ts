import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { lockPerson } from '../locked-rows.server';
import { mayChangeOwnAccount } from '../person-policy';

/** The account outlives the post: the spell ends, and stays in the record with its dates. */
export const endAffiliation = command({
  name: 'people.end-affiliation',
  input: z.strictObject({ organisation: referenceInput, endsOn: dayInput('Enter your last day there') }),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    await lockPerson(tx, actor.id);
    return tx.affiliation.findFirst({
      where: { personId: actor.id, endsOn: null, organisation: { reference: input.organisation } },
    });
  },
  authorise: mayChangeOwnAccount,
  decide: ({ loaded, input: { endsOn }, now }) => {
    if (endsOn < loaded.startsOn)
      return refuseField('EndIsBeforeStart', 'endsOn', 'This is before your first day there');
    if (endsOn > now) return refuseField('EndIsAhead', 'endsOn', 'Enter a day that is not in the future');
    return {
      change: { id: loaded.id, endsOn },
      facts: [
        {
          name: 'AffiliationHasEnded',
          noun: 'person',
          nounId: loaded.personId,
          data: { organisationId: loaded.organisationId },
        },
      ],
    };
  },
  save: async ({ tx }, { id, endsOn }) => {
    await tx.affiliation.update({ where: { id }, data: { endsOn } });
    return null;
  },
});
