import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { queueMail } from '~/platform/mail-queue.server';
import { hashPassword, passwordFits } from '~/platform/passwords.server';
import { command } from '../../command.server';
import { refuseField } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { passwordChangedLetter } from '../letters/letters.server';
import { endTokens } from '../secrets/one-time-token.server';
import { newPasswordInput, passwordInput } from '../secrets/password-input.server';
import { mayChangeOwnSecrets } from '../person-policy';
import { endTokensOf } from '../tokens/end-tokens.server';
import { lockedCredential } from '../secrets/second-factor-store.server';

/** Ends every other session of the person, and their tokens. */
export const changePassword = command({
  name: 'people.change-password',
  secret: true,
  input: z.strictObject({ currentPassword: passwordInput, password: newPasswordInput }),
  limit: (actor) => limitAttempts(['ownPassword', actor.kind === 'person' ? actor.id : '']),
  load: async ({ tx, actor, input }) => {
    const credential = await lockedCredential(tx, actor);
    return (
      credential && {
        ...credential,
        fits: await passwordFits(credential.passwordHash, input.currentPassword),
      }
    );
  },
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded: { personId, fits }, input, actor }) => {
    if (!fits)
      return refuseField('PasswordDidNotFit', 'currentPassword', 'This is not your present password');
    const sessionId = actor.kind === 'person' ? actor.sessionId : null;
    return {
      change: { personId, password: input.password, sessionId },
      facts: [{ name: 'PasswordWasChanged', noun: 'person', nounId: personId, data: { by: 'person' } }],
    };
  },
  save: async (saving, { personId, password, sessionId }) => {
    const { tx } = saving;
    const passwordHash = await hashPassword(password);
    await tx.credential.update({ where: { personId }, data: { passwordHash, changedAt: realNow() } });
    await tx.session.deleteMany({ where: { personId, id: { not: sessionId ?? '' } } });
    await endTokensOf(saving, personId, 'password');
    await endTokens(tx, { purpose: 'passwordReset', personId });
    const email = await tx.personEmail.findFirst({ where: { personId, primary: true } });
    if (email) await queueMail(tx, passwordChangedLetter(email.address));
    return null;
  },
});
