import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { queueMail } from '~/platform/mail-queue.server';
import { hashPassword } from '~/platform/passwords.server';
import { command } from '../../command.server';
import { anyone } from '../../policy';
import { refuse } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { passwordChangedLetter } from '../letters/letters.server';
import { endTokens, lockToken, spendToken } from '../secrets/one-time-token.server';
import { endTokensOf } from '../tokens/end-tokens.server';
import { newPasswordInput } from '../secrets/password-input.server';

/** By the link of a letter. Ends every session and token; the second factor is asked for as before. */
export const resetPassword = command({
  name: 'people.reset-password',
  secret: true,
  input: z.strictObject({
    token: z.string().max(100),
    password: newPasswordInput,
    peer: z.string().max(100),
  }),
  limit: (_actor, { peer }) => limitAttempts(['tokenFromAddress', peer]),
  load: async ({ tx, input }) => {
    const token = await lockToken(tx, 'passwordReset', input.token);
    return token?.personId ? { ...token, personId: token.personId } : null;
  },
  authorise: anyone,
  decide: ({ loaded, input }) => {
    if (!loaded.usable)
      return refuse(
        'LinkHasExpired',
        'This link was used already or is older than one hour. Ask for another.',
      );
    return {
      change: { ...loaded, password: input.password },
      facts: [
        { name: 'PasswordWasChanged', noun: 'person', nounId: loaded.personId, data: { by: 'letter' } },
      ],
    };
  },
  save: async (saving, { personId, tokenHash, address, password }) => {
    const { tx } = saving;
    const passwordHash = await hashPassword(password);
    const changedAt = realNow();
    await tx.credential.upsert({
      where: { personId },
      create: { personId, passwordHash, changedAt },
      update: { passwordHash, changedAt },
    });
    await spendToken(tx, tokenHash);
    await endTokens(tx, { purpose: 'passwordReset', personId });
    await tx.session.deleteMany({ where: { personId } });
    await endTokensOf(saving, personId, 'password');
    await queueMail(tx, passwordChangedLetter(address));
    return null;
  },
});
