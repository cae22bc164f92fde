import { z } from 'zod';
import { queueMail } from '~/platform/mail-queue.server';
import { command } from '../../command.server';
import { refuseField } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { addressInput } from '../email-address';
import { addressTakenLetter, confirmEmailLetter } from '../letters/letters.server';
import { issueToken } from '../secrets/one-time-token.server';
import { mayChangeOwnSecrets } from '../person-policy';

const MOST = 10;

/** The address joins the account when its letter was opened; who else may hold it only the letter says. */
export const addEmail = command({
  name: 'people.add-email',
  input: z.strictObject({ address: addressInput }),
  limit: (actor, { address }) =>
    limitAttempts(['mailFromAddress', actor.kind === 'person' ? actor.id : ''], ['mailToAddress', address]),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    const own = await tx.personEmail.findMany({ where: { personId: actor.id }, select: { address: true } });
    const taken = await tx.personEmail.count({ where: { address: input.address } });
    return { personId: actor.id, own: own.map(({ address }) => address), taken: taken > 0 };
  },
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded: { personId, own, taken }, input: { address } }) => {
    if (own.includes(address))
      return refuseField('AddressIsYours', 'address', 'This address is on your account already');
    if (own.length >= MOST)
      return refuseField('TooManyAddresses', 'address', `An account holds ${MOST} addresses at most`);
    return {
      change: { personId, taken, address },
      facts: [
        {
          name: 'EmailWasOffered',
          noun: 'person',
          nounId: personId,
          personal: { personId, text: { address } },
        },
      ],
    };
  },
  save: async ({ tx }, { personId, taken, address }) => {
    const token = await issueToken(tx, 'confirmEmail', address, personId);
    await queueMail(tx, taken ? addressTakenLetter(address) : confirmEmailLetter(address, token));
    return { address };
  },
});
