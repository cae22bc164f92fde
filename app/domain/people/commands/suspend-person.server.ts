import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedPerson } from '../locked-rows.server';
import { mayAdministerPeople } from '../person-policy';
import { endTokensOf } from '../tokens/end-tokens.server';

/** Ends the person's sessions and tokens and keeps everything; `restore-person` takes it back. */
export const suspendPerson = command({
  name: 'people.suspend-person',
  input: z.strictObject({ person: referenceInput, reason: textInput('Say why', 500) }),
  load: ({ tx, input }) => lockedPerson(tx, input.person),
  authorise: mayAdministerPeople,
  subject: ({ id }) => ({ noun: 'person', nounId: id }),
  decide: ({ loaded, input: { reason }, actor }) => {
    const { id } = loaded;
    if (actor.kind === 'person' && actor.id === id)
      return refuse('PersonIsYou', 'You cannot suspend your own account.');
    if (loaded.erasedAt || loaded.suspendedAt)
      return refuse('PersonIsNotActive', 'This person is suspended or erased already.', { stale: true });
    return {
      change: { id },
      facts: [
        {
          name: 'PersonWasSuspended',
          noun: 'person',
          nounId: id,
          personal: { personId: id, text: { reason } },
        },
      ],
    };
  },
  save: async (saving, { id }) => {
    const { tx, now } = saving;
    await tx.person.update({ where: { id }, data: { suspendedAt: now } });
    await tx.session.deleteMany({ where: { personId: id } });
    await endTokensOf(saving, id, 'suspension');
    return null;
  },
});
