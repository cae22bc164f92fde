import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedPerson } from '../locked-rows.server';
import { mayAdministerPeople } from '../person-policy';

export const restorePerson = command({
  name: 'people.restore-person',
  input: z.strictObject({ person: referenceInput }),
  load: ({ tx, input }) => lockedPerson(tx, input.person),
  authorise: mayAdministerPeople,
  subject: ({ id }) => ({ noun: 'person', nounId: id }),
  decide: ({ loaded: { id, suspendedAt, erasedAt } }) =>
    suspendedAt && !erasedAt
      ? { change: { id }, facts: [{ name: 'PersonWasRestored', noun: 'person', nounId: id }] }
      : refuse('PersonIsNotSuspended', 'This person is not suspended.', { stale: true }),
  save: async ({ tx }, { id }) => {
    await tx.person.update({ where: { id }, data: { suspendedAt: null } });
    return null;
  },
});
