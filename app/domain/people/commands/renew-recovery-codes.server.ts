import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { stepOfCode, unlockSecret } from '~/platform/second-factor.server';
import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { mayChangeOwnSecrets } from '../person-policy';
import { lockedCredential, replaceRecoveryCodes } from '../secrets/second-factor-store.server';
import { codeInput } from '../secrets/second-factor-input';

/** New recovery codes, shown once, against a code of the app; the former ones stop to count. */
export const renewRecoveryCodes = command({
  name: 'people.renew-recovery-codes',
  secret: true,
  input: z.strictObject({ code: codeInput }),
  limit: (actor) => limitAttempts(['secondFactor', actor.kind === 'person' ? actor.id : '']),
  load: ({ tx, actor }) => lockedCredential(tx, actor),
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded, input }) => {
    const { personId, totpSecret, totpConfirmedAt, totpLastStep } = loaded;
    if (!totpSecret || !totpConfirmedAt)
      return refuse('SecondFactorIsNotSetUp', 'Set up a second factor first.');
    const step = stepOfCode(unlockSecret(totpSecret, personId), input.code, realNow(), totpLastStep);
    if (step === null)
      return refuseField(
        'CodeDidNotFit',
        'code',
        'This code is not right, or was used before. Wait for the next one',
      );
    return {
      change: { personId, step },
      facts: [{ name: 'RecoveryCodesWereRenewed', noun: 'person', nounId: personId }],
    };
  },
  save: async ({ tx }, { personId, step }) => {
    await tx.credential.update({ where: { personId }, data: { totpLastStep: step } });
    return { personId, codes: await replaceRecoveryCodes(tx, personId) };
  },
});
