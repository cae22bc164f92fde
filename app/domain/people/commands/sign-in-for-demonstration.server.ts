import { z } from 'zod';
import { command } from '../../command.server';
import { anyone } from '../../policy';
import { referenceInput } from '../../reference-input';

/** One click, for invented people only. The page asks for this only where a demonstration may be entered. */
export const signInForDemonstration = command({
  name: 'people.sign-in-for-demonstration',
  input: z.strictObject({ person: referenceInput }),
  load: ({ tx, input }) =>
    tx.person.findFirst({
      where: {
        reference: input.person,
        demonstration: true,
        invented: true,
        suspendedAt: null,
        erasedAt: null,
      },
      select: { id: true, name: true },
    }),
  authorise: anyone,
  decide: ({ loaded }) => ({
    change: loaded,
    facts: [{ name: 'PersonSignedIn', noun: 'person', nounId: loaded.id, data: { by: 'demonstration' } }],
  }),
  save: async (_saving, { id, name }) => ({ personId: id, name }),
});
