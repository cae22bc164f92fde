import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { lockPerson } from '../locked-rows.server';
import { mayChangeOwnSecrets } from '../person-policy';

/** The iD stays as something the person says; it opens the account no more. */
export const unlinkOrcid = command({
  name: 'people.unlink-orcid',
  input: z.strictObject({}),
  load: async ({ tx, actor }) => {
    if (actor.kind !== 'person') return null;
    await lockPerson(tx, actor.id);
    return tx.person.findUnique({
      where: { id: actor.id, orcidVerifiedAt: { not: null } },
      select: {
        id: true,
        credential: { select: { passwordHash: true } },
        emails: { select: { address: true } },
      },
    });
  },
  authorise: mayChangeOwnSecrets,
  decide: ({ loaded: { id, credential, emails } }) => {
    if (!credential?.passwordHash || emails.length === 0)
      return refuse(
        'NoOtherWayIn',
        'This is your only way in. Confirm an e-mail address and set a password first.',
      );
    return { change: { id }, facts: [{ name: 'OrcidWasUnlinked', noun: 'person', nounId: id }] };
  },
  save: async ({ tx }, { id }) => {
    await tx.person.update({ where: { id }, data: { orcidVerifiedAt: null, revision: { increment: 1 } } });
    return null;
  },
});
