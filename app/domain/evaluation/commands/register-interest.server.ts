import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { aboutOf, ENTRY_IS_THERE, entryInput, whyNotEntry } from '../interests/register/entry-input.server';
import { mayKeepRegister } from '../interests/register/register';

/** One more entry of one's own register. */
export const registerInterest = command({
  name: 'evaluation.registerInterest',
  input: z.strictObject(entryInput),
  load: async ({ tx, actor, input }) =>
    isPerson(actor) ? { personId: actor.id, about: await aboutOf(tx, input.about) } : null,
  authorise: mayKeepRegister,
  decide: ({ input, loaded: { personId, about }, now, newId, newReference }) => {
    const why = whyNotEntry(input, about, personId);
    if (why) return why;
    const { kind, note, fromOn = null, untilOn = null } = input;
    const entry = { id: newId(), reference: newReference(), personId, kind, note, fromOn, untilOn };
    return {
      change: { ...entry, ...about, addedAt: now },
      facts: [{ name: 'InterestWasRegistered', noun: 'person', nounId: personId, data: { kind } }],
    };
  },
  save: async ({ tx }, row) => {
    await tx.registeredInterest.create({ data: row });
    return { reference: row.reference };
  },
  rules: { registered_interest_once: ENTRY_IS_THERE },
});
