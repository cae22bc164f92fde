import { z } from 'zod';
import { queueMail } from '~/platform/mail-queue.server';
import { command } from '../../command.server';
import { anyone } from '../../policy';
import { limitAttempts } from '../secrets/attempts.server';
import { addressInput } from '../email-address';
import { noAccountLetter, resetLetter } from '../letters/letters.server';
import { issueToken } from '../secrets/one-time-token.server';

/** A letter goes out either way, so neither the words nor the time tell whether an account exists. */
export const askPasswordReset = command({
  name: 'people.ask-password-reset',
  secret: true,
  input: z.strictObject({ address: addressInput, peer: z.string().max(100) }),
  limit: (_actor, { address, peer }) => limitAttempts(['mailFromAddress', peer], ['mailToAddress', address]),
  load: async ({ tx, input }) => {
    const email = await tx.personEmail.findFirst({
      where: {
        address: input.address,
        verifiedAt: { not: null },
        person: { suspendedAt: null, erasedAt: null, demonstration: false },
      },
      select: { personId: true },
    });
    return { personId: email?.personId ?? null };
  },
  authorise: anyone,
  decide: ({ loaded: { personId }, input: { address } }) => ({ change: { personId, address }, facts: [] }),
  save: async ({ tx }, { personId, address }) => {
    const token = await issueToken(tx, 'passwordReset', address, personId);
    await queueMail(tx, personId ? resetLetter(address, token) : noAccountLetter(address));
    return null;
  },
});
