import { z } from 'zod';
import { command } from '../../command.server';
import { anyone } from '../../policy';
import { refuse } from '../../refusal';
import { limitAttempts } from '../secrets/attempts.server';

/** The first factor, for an iD that ORCID has just confirmed. One that somebody only typed opens nothing. */
export const signInWithOrcid = command({
  name: 'people.sign-in-with-orcid',
  secret: true,
  input: z.strictObject({ orcid: z.string(), peer: z.string().max(100) }),
  limit: (_actor, { peer }) => limitAttempts(['orcidFromAddress', peer]),
  load: async ({ tx, input: { orcid } }) => {
    const person = await tx.person.findUnique({
      where: { orcid },
      select: { id: true, orcidVerifiedAt: true, suspendedAt: true, mergedIntoId: true, demonstration: true },
    });
    return { person };
  },
  authorise: anyone,
  decide: ({ loaded: { person } }) => {
    if (!person) return refuse('OrcidIsUnknown', 'No account has this ORCID iD.');
    if (!person.orcidVerifiedAt)
      return refuse(
        'OrcidIsNotLinked',
        'An account names this ORCID iD but is not linked to it. Sign in there with the password and link it.',
      );
    if (person.suspendedAt || person.mergedIntoId || person.demonstration)
      return refuse('AccountIsClosed', 'This account cannot be used. Write to a coordinator.');
    return {
      change: { personId: person.id },
      facts: [{ name: 'PersonSignedIn', noun: 'person', nounId: person.id, data: { by: 'orcid' } }],
    };
  },
  save: (_saving, { personId }) => Promise.resolve({ personId }),
});
