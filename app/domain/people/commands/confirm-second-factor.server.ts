import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { forgetAttempts } from '~/platform/rate-limits.server';
import { stepOfCode, unlockSecret } from '~/platform/second-factor.server';
import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { mayPassSecondFactor } from '../person-policy';
import { lockedCredential, replaceRecoveryCodes } from '../secrets/second-factor-store.server';
import { codeInput } from '../secrets/second-factor-input';

/** The first code proves that the app holds the secret. Answers with the recovery codes, this once. */
export const confirmSecondFactor = command({
  name: 'people.confirm-second-factor',
  secret: true,
  input: z.strictObject({ code: codeInput }),
  limit: (actor) => limitAttempts(['secondFactor', actor.kind === 'person' ? actor.id : '']),
  load: ({ tx, actor }) => lockedCredential(tx, actor),
  authorise: mayPassSecondFactor,
  decide: ({ loaded, input }) => {
    const { personId, totpSecret, totpConfirmedAt } = loaded;
    if (totpConfirmedAt || !totpSecret)
      return refuse(
        'SecondFactorWasNotBegun',
        'This was set up already, or not begun. Open the page again.',
        { stale: true },
      );
    const step = stepOfCode(unlockSecret(totpSecret, personId), input.code, realNow(), null);
    if (step === null)
      return refuseField(
        'CodeDidNotFit',
        'code',
        'This code is not right. Codes change every 30 seconds: enter the present one',
      );
    return {
      change: { personId, step },
      facts: [{ name: 'SecondFactorWasSetUp', noun: 'person', nounId: personId }],
    };
  },
  save: async ({ tx }, { personId, step }) => {
    await tx.credential.update({
      where: { personId },
      data: { totpConfirmedAt: realNow(), totpLastStep: step },
    });
    await forgetAttempts(tx, 'secondFactor', personId);
    return { personId, codes: await replaceRecoveryCodes(tx, personId) };
  },
});
