import { z } from 'zod';
import { passwordFits } from '~/platform/passwords.server';
import { forgetAttempts } from '~/platform/rate-limits.server';
import { command } from '../../command.server';
import { anyone } from '../../policy';
import { refuse } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { addressInput } from '../email-address';
import { passwordInput } from '../secrets/password-input.server';

interface Known {
  personId: string;
  passwordHash: string | null;
}

/** The first factor. Unknown, suspended and wrong are the same words after the same work. */
export const signIn = command({
  name: 'people.sign-in',
  secret: true,
  input: z.strictObject({ address: addressInput, password: passwordInput, peer: z.string().max(100) }),
  limit: (_actor, { address, peer }) =>
    limitAttempts(['signInFromAddress', peer], ['signInToAccount', address]),
  load: async ({ tx, input }) => {
    const [known] = await tx.$queryRaw<Known[]>`
      SELECT p.id AS "personId", c.password_hash AS "passwordHash"
      FROM person_email e JOIN person p ON p.id = e.person_id JOIN credential c ON c.person_id = p.id
      WHERE e.address = ${input.address} AND e.verified_at IS NOT NULL
        AND p.suspended_at IS NULL AND p.erased_at IS NULL AND p.merged_into_id IS NULL`;
    const fits = await passwordFits(known?.passwordHash ?? null, input.password);
    return { personId: known && fits ? known.personId : null };
  },
  authorise: anyone,
  decide: ({ loaded, input }) => {
    const { personId } = loaded;
    if (!personId) return refuse('SignInDidNotFit', 'The e-mail address or the password is not right.');
    return {
      change: { personId, address: input.address },
      facts: [{ name: 'PersonSignedIn', noun: 'person', nounId: personId, data: { by: 'password' } }],
    };
  },
  save: async ({ tx }, { personId, address }) => {
    await forgetAttempts(tx, 'signInToAccount', address);
    return { personId };
  },
});
