import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { mayChangeOwnSecrets } from '../person-policy';

const TAKEN = refuse(
  'OrcidIsTaken',
  'This ORCID iD is on another account. Tell a coordinator if both accounts are yours.',
);

/** Puts an ORCID iD that its holder has just proved on their account; they can sign in with it from now on. */
export const linkOrcid = command({
  name: 'people.link-orcid',
  input: z.strictObject({ orcid: z.string() }),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    const taken = await tx.person.count({ where: { orcid: input.orcid, id: { not: actor.id } } });
    return { personId: actor.id, taken: taken > 0 };
  },
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded: { personId, taken }, input: { orcid } }) => {
    if (taken) return TAKEN;
    return {
      change: { personId, orcid },
      facts: [
        { name: 'OrcidWasLinked', noun: 'person', nounId: personId, personal: { personId, text: { orcid } } },
      ],
    };
  },
  save: async ({ tx, now }, { personId, orcid }) => {
    await tx.person.update({
      where: { id: personId },
      data: { orcid, orcidVerifiedAt: now, revision: { increment: 1 } },
    });
    return null;
  },
  rules: { person_orcid_key: TAKEN },
});
