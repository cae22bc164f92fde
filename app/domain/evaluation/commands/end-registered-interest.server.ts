import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { lockedEntry } from '../interests/register/locked-entry.server';
import { mayKeepRegister } from '../interests/register/register';

/** Takes out an entry that was a mistake; it stays in the history with its days. */
export const endRegisteredInterest = command({
  name: 'evaluation.endRegisteredInterest',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, actor, input }) =>
    isPerson(actor) ? lockedEntry(tx, actor.id, input.reference) : Promise.resolve(null),
  authorise: mayKeepRegister,
  decide: ({ loaded: { id, personId } }) => ({
    change: { id },
    facts: [{ name: 'RegisteredInterestWasEnded', noun: 'person', nounId: personId }],
  }),
  save: async ({ tx, now }, { id }) => {
    await tx.registeredInterest.update({ where: { id }, data: { endedAt: now } });
    return null;
  },
});
