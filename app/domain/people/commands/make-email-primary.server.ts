import { z } from 'zod';
import { command } from '../../command.server';
import { addressInput } from '../email-address';
import { mayChangeOwnSecrets } from '../person-policy';

/** Letters go to the primary address from then on; every confirmed address signs in. */
export const makeEmailPrimary = command({
  name: 'people.make-email-primary',
  input: z.strictObject({ address: addressInput }),
  load: async ({ tx, actor, input }) =>
    actor.kind === 'person'
      ? tx.personEmail.findFirst({
          where: { address: input.address, personId: actor.id, verifiedAt: { not: null } },
        })
      : null,
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded: { address, personId } }) => ({
    change: { address, personId },
    facts: [
      {
        name: 'PrimaryEmailWasChanged',
        noun: 'person',
        nounId: personId,
        personal: { personId, text: { address } },
      },
    ],
  }),
  save: async ({ tx }, { address, personId }) => {
    await tx.personEmail.updateMany({ where: { personId, primary: true }, data: { primary: false } });
    await tx.personEmail.update({ where: { address }, data: { primary: true } });
    return { address };
  },
});
