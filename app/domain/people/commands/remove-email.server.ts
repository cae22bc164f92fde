import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { addressInput } from '../email-address';
import { mayChangeOwnSecrets } from '../person-policy';
import { endTokens } from '../secrets/one-time-token.server';

export const removeEmail = command({
  name: 'people.remove-email',
  input: z.strictObject({ address: addressInput }),
  load: async ({ tx, actor, input }) =>
    actor.kind === 'person'
      ? tx.personEmail.findFirst({ where: { address: input.address, personId: actor.id } })
      : null,
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded: { address, personId, primary } }) =>
    primary
      ? refuse(
          'PrimaryEmailStays',
          'Make another address your primary one first: the primary address cannot be removed.',
        )
      : {
          change: { address, personId },
          facts: [
            {
              name: 'EmailWasRemoved',
              noun: 'person',
              nounId: personId,
              personal: { personId, text: { address } },
            },
          ],
        },
  save: async ({ tx }, { address, personId }) => {
    await tx.personEmail.delete({ where: { address } });
    await endTokens(tx, { purpose: 'passwordReset', personId, address });
    return { address };
  },
});
