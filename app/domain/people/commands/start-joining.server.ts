import { z } from 'zod';
import { queueMail } from '~/platform/mail-queue.server';
import { command } from '../../command.server';
import { anyone } from '../../policy';
import { limitAttempts } from '../secrets/attempts.server';
import { addressInput } from '../email-address';
import { alreadyJoinedLetter, joinLetter } from '../letters/letters.server';
import { issueToken } from '../secrets/one-time-token.server';

/** Whoever holds an account learns it from the letter; the page says the same to everybody. */
export const startJoining = command({
  name: 'people.start-joining',
  secret: true,
  input: z.strictObject({ address: addressInput, peer: z.string().max(100) }),
  limit: (_actor, { address, peer }) => limitAttempts(['mailFromAddress', peer], ['mailToAddress', address]),
  load: async ({ tx, input }) => ({
    taken: (await tx.personEmail.count({ where: { address: input.address } })) > 0,
  }),
  authorise: anyone,
  decide: ({ loaded: { taken }, input: { address } }) => ({ change: { taken, address }, facts: [] }),
  save: async ({ tx }, { taken, address }) => {
    const token = await issueToken(tx, 'join', address, null);
    await queueMail(tx, taken ? alreadyJoinedLetter(address) : joinLetter(address, token));
    return null;
  },
});
