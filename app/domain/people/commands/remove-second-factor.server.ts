import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { passwordFits } from '~/platform/passwords.server';
import { command } from '../../command.server';
import { refuseField } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { passwordInput } from '../secrets/password-input.server';
import { mayChangeOwnSecrets } from '../person-policy';
import { endTokensOf } from '../tokens/end-tokens.server';
import { lockedCredential } from '../secrets/second-factor-store.server';

/** Before another app is set up. Every session has to pass the new factor, this one included. */
export const removeSecondFactor = command({
  name: 'people.remove-second-factor',
  secret: true,
  input: z.strictObject({ password: passwordInput }),
  limit: (actor) => limitAttempts(['ownPassword', actor.kind === 'person' ? actor.id : '']),
  load: async ({ tx, actor, input }) => {
    const credential = await lockedCredential(tx, actor);
    return credential && { ...credential, fits: await passwordFits(credential.passwordHash, input.password) };
  },
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded: { personId, fits } }) => {
    if (!fits) return refuseField('PasswordDidNotFit', 'password', 'This is not your password');
    return {
      change: { personId },
      facts: [{ name: 'SecondFactorWasRemoved', noun: 'person', nounId: personId }],
    };
  },
  save: async (saving, { personId }) => {
    const { tx } = saving;
    await tx.credential.update({
      where: { personId },
      data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null, changedAt: realNow() },
    });
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await tx.session.updateMany({ where: { personId }, data: { secondFactorAt: null } });
    await endTokensOf(saving, personId, 'secondFactor');
    return null;
  },
});
