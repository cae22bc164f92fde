import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { aboutOf, ENTRY_IS_THERE, entryInput, whyNotEntry } from '../interests/register/entry-input.server';
import { mayKeepRegister } from '../interests/register/register';
import { lockedEntry } from '../interests/register/locked-entry.server';

/** An entry is ended and another takes its place, so that the register says what was declared when. */
export const changeRegisteredInterest = command({
  name: 'evaluation.changeRegisteredInterest',
  input: z.strictObject({ reference: referenceInput, ...entryInput }),
  load: async ({ tx, actor, input }) => {
    const entry = isPerson(actor) ? await lockedEntry(tx, actor.id, input.reference) : null;
    return entry && { entry, about: await aboutOf(tx, input.about) };
  },
  authorise: mayKeepRegister,
  decide: ({ input, loaded: { entry, about }, now, newId, newReference }) => {
    const { personId } = entry;
    const why = whyNotEntry(input, about, personId);
    if (why) return why;
    const { kind, note, fromOn = null, untilOn = null } = input;
    const row = { id: newId(), reference: newReference(), personId, kind, note, fromOn, untilOn };
    return {
      change: { endedId: entry.id, row: { ...row, ...about, addedAt: now } },
      facts: [{ name: 'RegisteredInterestWasChanged', noun: 'person', nounId: personId, data: { kind } }],
    };
  },
  save: async ({ tx, now }, { endedId, row }) => {
    await tx.registeredInterest.update({ where: { id: endedId }, data: { endedAt: now } });
    await tx.registeredInterest.create({ data: row });
    await tx.registeredInterest.update({ where: { id: endedId }, data: { replacedById: row.id } });
    return { reference: row.reference };
  },
  rules: { registered_interest_once: ENTRY_IS_THERE },
});
