import { z } from 'zod';
import { realNow } from '~/platform/clock.server';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { eraseRows } from '../erasure.server';
import { lockedPerson } from '../locked-rows.server';
import { mayAdministerPeople } from '../person-policy';

/**
 * A lawful erasure. The person becomes a former member, and what is personal in the facts becomes unreadable
 * by destroying its key; the facts stay, so the chain of the audit trail still verifies.
 */
export const erasePerson = command({
  name: 'people.erase-person',
  input: z.strictObject({
    person: referenceInput,
    basis: z.enum(['request', 'retention', 'order'], { error: 'Choose the ground of the erasure' }),
    confirmation: z
      .string({ error: 'Write the name of the person to confirm' })
      .max(200, 'Write the name exactly as it stands above'),
  }),
  load: ({ tx, input }) => lockedPerson(tx, input.person),
  authorise: mayAdministerPeople,
  subject: ({ id }) => ({ noun: 'person', nounId: id }),
  decide: ({ loaded, input, actor }) => {
    const { id, name } = loaded;
    if (loaded.erasedAt) return refuse('PersonIsErased', 'This person was erased already.', { stale: true });
    if (actor.kind === 'person' && actor.id === id)
      return refuse('PersonIsYou', 'Another administrator has to erase your account.');
    if (input.confirmation.trim() !== name)
      return refuseField('NameDoesNotMatch', 'confirmation', 'Write the name exactly as it stands above');
    return {
      change: { id },
      facts: [{ name: 'PersonWasErased', noun: 'person', nounId: id, data: { basis: input.basis } }],
    };
  },
  save: async ({ tx, now }, { id }) => {
    await eraseRows(tx, id, now, realNow());
    return null;
  },
});
