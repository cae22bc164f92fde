import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedPerson } from '../locked-rows.server';
import { mayAdministerPeople } from '../person-policy';
import { endTokensOf } from '../tokens/end-tokens.server';

/** For somebody who lost both the app and the recovery codes, after the administrator made sure who asks. */
export const clearSecondFactor = command({
  name: 'people.clear-second-factor',
  input: z.strictObject({ person: referenceInput }),
  load: ({ tx, input }) => lockedPerson(tx, input.person),
  authorise: mayAdministerPeople,
  subject: ({ id }) => ({ noun: 'person', nounId: id }),
  decide: ({ loaded: { id, demonstration, erasedAt } }) =>
    demonstration || erasedAt
      ? refuse('NoSecondFactor', 'This account has no second factor.')
      : { change: { id }, facts: [{ name: 'SecondFactorWasCleared', noun: 'person', nounId: id }] },
  save: async (saving, { id }) => {
    const { tx } = saving;
    await tx.credential.updateMany({
      where: { personId: id },
      data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    });
    await tx.recoveryCode.deleteMany({ where: { personId: id } });
    await tx.session.deleteMany({ where: { personId: id } });
    await endTokensOf(saving, id, 'secondFactor');
    return null;
  },
});
