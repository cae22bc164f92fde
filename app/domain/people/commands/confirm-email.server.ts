import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { lockToken, spendToken } from '../secrets/one-time-token.server';
import { organisationOfAddress, verifyByDomain } from '../person-emails.server';
import { mayChangeOwnSecrets } from '../person-policy';

const TAKEN = refuse('AddressIsTaken', 'This address belongs to another account by now.');

/** By the link of a letter, signed in. An organisation's address also confirms the affiliation with it. */
export const confirmEmail = command({
  name: 'people.confirm-email',
  input: z.strictObject({ token: z.string().max(100) }),
  load: async ({ tx, actor, input }) => {
    const token = await lockToken(tx, 'confirmEmail', input.token);
    if (!token || actor.kind !== 'person' || token.personId !== actor.id) return null;
    const taken = await tx.personEmail.count({ where: { address: token.address } });
    return {
      ...token,
      personId: actor.id,
      taken: taken > 0,
      organisation: await organisationOfAddress(tx, token.address),
    };
  },
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded }) => {
    const { personId, address } = loaded;
    if (!loaded.usable)
      return refuse(
        'LinkHasExpired',
        'This link was used already or is older than a day. Add the address again.',
      );
    if (loaded.taken) return TAKEN;
    return {
      change: loaded,
      facts: [
        {
          name: 'EmailWasConfirmed',
          noun: 'person',
          nounId: personId,
          personal: { personId, text: { address } },
        },
      ],
    };
  },
  save: async ({ tx, now, record }, { personId, address, tokenHash, organisation }) => {
    const isFirst = (await tx.personEmail.count({ where: { personId } })) === 0;
    await tx.personEmail.create({
      data: { personId, address, primary: isFirst, personal: !organisation, verifiedAt: now },
    });
    await spendToken(tx, tokenHash);
    if (organisation)
      for (const fact of await verifyByDomain(tx, personId, organisation.id, now)) record(fact);
    return { address, organisation: organisation?.name ?? null };
  },
  rules: { person_email_pkey: TAKEN },
});
