import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { queueMail } from '~/platform/mail-queue.server';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { anyone } from '../../policy';
import { refuse } from '../../refusal';
import { addressInput } from '../email-address';
import { addressTakenLetter, confirmEmailLetter } from '../letters/letters.server';
import { limitAttempts } from '../secrets/attempts.server';
import { issueToken, lockToken, spendToken } from '../secrets/one-time-token.server';

const EXPIRED = refuse(
  'LinkHasExpired',
  'This page was used already or is older than one hour. Start again.',
);

/**
 * An account for whoever ORCID confirmed. ORCID says who somebody is, not where they belong: they read only what is
 * public until an address of their organisation, an invitation or a coordinator lets them in.
 */
export const joinByOrcid = command({
  name: 'people.join-by-orcid',
  secret: true,
  input: z.strictObject({
    token: z.string().max(100),
    name: textInput('Enter your name', 120),
    address: addressInput,
    peer: z.string().max(100),
  }),
  limit: (_actor, { peer, address }) => limitAttempts(['tokenFromAddress', peer], ['mailToAddress', address]),
  load: async ({ tx, input }) => {
    const token = await lockToken(tx, 'orcidJoin', input.token);
    if (!token) return null;
    const [orcid = ''] = token.address.split(' ');
    return {
      ...{ orcid, tokenHash: token.tokenHash, usable: token.usable },
      known: (await tx.person.count({ where: { orcid } })) > 0,
      addressTaken: (await tx.personEmail.count({ where: { address: input.address } })) > 0,
    };
  },
  authorise: anyone,
  decide: ({ loaded: { orcid, tokenHash, usable, known, addressTaken }, input, newId, newReference }) => {
    if (!usable || known) return EXPIRED;
    const { name, address } = input;
    const personId = newId();
    return {
      change: { personId, reference: newReference(), orcid, tokenHash, name, address, addressTaken },
      facts: [
        {
          ...{ name: 'PersonJoined', noun: 'person', nounId: personId, data: { by: 'orcid' } },
          personal: { personId, text: { name, orcid } },
        },
      ],
    };
  },
  save: async ({ tx, now }, { personId, reference, orcid, tokenHash, name, address, addressTaken }) => {
    await tx.person.create({
      data: {
        ...{ id: personId, reference, name, orcid, orcidVerifiedAt: now, createdAt: now },
        credential: { create: { changedAt: realNow() } },
      },
    });
    await spendToken(tx, tokenHash);
    const token = await issueToken(tx, 'confirmEmail', address, personId);
    await queueMail(tx, addressTaken ? addressTakenLetter(address) : confirmEmailLetter(address, token));
    return { personId };
  },
  rules: { person_orcid_key: EXPIRED },
});
