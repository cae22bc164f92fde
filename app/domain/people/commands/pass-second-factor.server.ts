import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { hashOfRecoveryCode, stepOfCode, unlockSecret } from '~/platform/second-factor.server';
import { forgetAttempts } from '~/platform/rate-limits.server';
import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { mayPassSecondFactor } from '../person-policy';
import { lockedCredential } from '../secrets/second-factor-store.server';
import { codeInput } from '../secrets/second-factor-input';

/** A code of the app, or a recovery code; each counts once. */
export const passSecondFactor = command({
  name: 'people.pass-second-factor',
  secret: true,
  input: z.strictObject({ code: codeInput }),
  limit: (actor) => limitAttempts(['secondFactor', actor.kind === 'person' ? actor.id : '']),
  load: async ({ tx, actor, input }) => {
    const credential = await lockedCredential(tx, actor);
    const codeHash = hashOfRecoveryCode(input.code);
    const recovery =
      credential && codeHash
        ? await tx.recoveryCode.findFirst({
            where: { personId: credential.personId, codeHash, usedAt: null },
          })
        : null;
    return credential && { ...credential, recoveryCodeId: recovery?.id ?? null };
  },
  authorise: mayPassSecondFactor,
  decide: ({ loaded, input }) => {
    const { personId, totpSecret, totpConfirmedAt, totpLastStep, recoveryCodeId } = loaded;
    if (!totpSecret || !totpConfirmedAt)
      return refuse('SecondFactorIsNotSetUp', 'Set up a second factor first.', { stale: true });
    const step = stepOfCode(unlockSecret(totpSecret, personId), input.code, realNow(), totpLastStep);
    if (step === null && !recoveryCodeId)
      return refuseField(
        'CodeDidNotFit',
        'code',
        'This code is not right, or was used before. Wait for the next one',
      );
    const by = step === null ? 'recoveryCode' : 'code';
    return {
      change: { personId, step, recoveryCodeId },
      facts: [{ name: 'SecondFactorWasGiven', noun: 'person', nounId: personId, data: { by } }],
    };
  },
  save: async ({ tx }, { personId, step, recoveryCodeId }) => {
    if (step !== null) await tx.credential.update({ where: { personId }, data: { totpLastStep: step } });
    else if (recoveryCodeId)
      await tx.recoveryCode.update({ where: { id: recoveryCodeId }, data: { usedAt: realNow() } });
    await forgetAttempts(tx, 'secondFactor', personId);
    return { personId };
  },
});
