import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { lockSecret, newSecondFactorSecret } from '~/platform/second-factor.server';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { mayPassSecondFactor } from '../person-policy';

/** Makes a secret for an authenticator app; it counts for nothing until a code of it was given. */
export const beginSecondFactor = command({
  name: 'people.begin-second-factor',
  secret: true,
  input: z.strictObject({}),
  load: async ({ tx, actor }) => {
    const personId = actor.kind === 'person' ? actor.id : null;
    const credential = personId ? await tx.credential.findUnique({ where: { personId } }) : null;
    return { personId, confirmed: Boolean(credential?.totpConfirmedAt) };
  },
  authorise: mayPassSecondFactor,
  decide: ({ loaded: { personId, confirmed } }) => {
    if (confirmed || !personId)
      return refuse(
        'SecondFactorIsSetUp',
        'A second factor is set up already. Replace it from your account.',
      );
    return {
      change: { personId },
      facts: [{ name: 'SecondFactorWasBegun', noun: 'person', nounId: personId }],
    };
  },
  save: async ({ tx }, { personId }) => {
    const fresh = {
      totpSecret: lockSecret(newSecondFactorSecret(), personId),
      totpConfirmedAt: null,
      totpLastStep: null,
    };
    await tx.credential.upsert({
      where: { personId },
      create: { personId, changedAt: realNow(), ...fresh },
      update: fresh,
    });
    return null;
  },
});
