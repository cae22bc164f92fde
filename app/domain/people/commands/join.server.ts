import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { anyone } from '../../policy';
import { refuse } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { createAccount } from '../create-account.server';
import { lockToken, spendToken } from '../secrets/one-time-token.server';
import { newPasswordInput } from '../secrets/password-input.server';
import { organisationOfAddress, verifyByDomain } from '../person-emails.server';

/** The second half of joining, from the letter. An organisation's domain lets the person in at once. */
export const join = command({
  name: 'people.join',
  secret: true,
  input: z.strictObject({
    token: z.string().max(100),
    name: textInput('Enter your name', 120),
    password: newPasswordInput,
    peer: z.string().max(100),
  }),
  limit: (_actor, { peer }) => limitAttempts(['tokenFromAddress', peer]),
  load: async ({ tx, input }) => {
    const token = await lockToken(tx, 'join', input.token);
    if (!token) return null;
    const taken = await tx.personEmail.count({ where: { address: token.address } });
    return { ...token, taken: taken > 0, organisation: await organisationOfAddress(tx, token.address) };
  },
  authorise: anyone,
  decide: ({ loaded, input, newId }) => {
    if (!loaded.usable || loaded.taken)
      return refuse(
        'LinkHasExpired',
        'This link was used already or is older than one hour. Ask for another.',
      );
    const personId = newId();
    const { address, tokenHash, organisation } = loaded;
    return {
      change: { personId, address, tokenHash, organisation, name: input.name, password: input.password },
      facts: [
        {
          name: 'PersonJoined',
          noun: 'person',
          nounId: personId,
          data: { by: organisation ? 'emailDomain' : 'request' },
          personal: { personId, text: { name: input.name, address } },
        },
      ],
    };
  },
  save: async ({ tx, now, newReference, record }, change) => {
    const { personId, organisation } = change;
    await createAccount(tx, { ...change, reference: newReference(), now });
    await spendToken(tx, change.tokenHash);
    if (organisation)
      for (const fact of await verifyByDomain(tx, personId, organisation.id, now)) record(fact);
    return { personId, verified: organisation !== null };
  },
  rules: {
    person_email_pkey: refuse('AddressIsTaken', 'This address already belongs to an account. Sign in.'),
  },
});
