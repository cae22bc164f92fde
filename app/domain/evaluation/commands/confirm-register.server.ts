import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { mayKeepRegister } from '../interests/register/register';

/** The yearly declaration: what the register says is whole and true today. */
export const confirmRegister = command({
  name: 'evaluation.confirmRegister',
  input: z.strictObject({}),
  load: async ({ tx, actor }) =>
    isPerson(actor)
      ? {
          personId: actor.id,
          entries: await tx.registeredInterest.count({ where: { personId: actor.id, endedAt: null } }),
        }
      : null,
  authorise: mayKeepRegister,
  decide: ({ loaded: { personId, entries }, now }) => ({
    change: { personId, entries, confirmedAt: now },
    facts: [{ name: 'RegisterWasConfirmed', noun: 'person', nounId: personId, data: { entries } }],
  }),
  save: async ({ tx }, row) => {
    await tx.interestConfirmation.create({ data: row });
    return { entries: row.entries };
  },
});
