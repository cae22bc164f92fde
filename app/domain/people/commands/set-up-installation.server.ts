import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { anyone } from '../../policy';
import { refuse } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';
import { createAccount } from '../create-account.server';
import { addressInput } from '../email-address';
import { newPasswordInput } from '../secrets/password-input.server';

/** The first administrator of an empty installation, once: the lock lets one of two at the same time through. */
export const setUpInstallation = command({
  name: 'people.set-up-installation',
  secret: true,
  input: z.strictObject({
    name: textInput('Enter your name', 120),
    address: addressInput,
    password: newPasswordInput,
    peer: z.string().max(100),
  }),
  limit: (_actor, { peer }) => limitAttempts(['tokenFromAddress', peer]),
  load: async ({ tx }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('soundings: first administrator'))`;
    const administrators = await tx.installationRoleGrant.count({
      where: { role: 'administrator', revokedAt: null },
    });
    return administrators === 0 ? {} : null;
  },
  authorise: anyone,
  decide: ({ input, newId }) => {
    const personId = newId();
    const { name, address, password } = input;
    return {
      change: { personId, name, address, password },
      facts: [
        {
          name: 'InstallationWasSetUp',
          noun: 'person',
          nounId: personId,
          personal: { personId, text: { name, address } },
        },
      ],
    };
  },
  save: async ({ tx, now, newId, newReference }, change) => {
    const { personId } = change;
    await createAccount(tx, { ...change, reference: newReference(), now });
    await tx.person.update({ where: { id: personId }, data: { verifiedAt: now, verifiedBy: 'invitation' } });
    await tx.installationRoleGrant.create({
      data: { id: newId(), personId, role: 'administrator', grantedAt: now },
    });
    return { personId };
  },
  rules: {
    person_email_pkey: refuse('AddressIsTaken', 'This address already belongs to an account. Sign in.'),
  },
});
