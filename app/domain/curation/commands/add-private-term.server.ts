import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { refuseField } from '../../refusal';
import { sameText } from '../../same-text';
import { mayKeepDesk } from '../curation-policy';

/** A word that coordinators tag with among themselves. */
export const addPrivateTerm = command({
  name: 'curation.add-private-term',
  input: z.strictObject({
    name: textInput('Enter the word', 120, 'Word'),
    meaning: textInput('Say what is tagged with it', 500, 'What it is for'),
  }),
  load: async ({ tx, input }) => ({
    taken: await tx.privateTerm.count({
      where: { name: sameText(input.name), retiredAt: null },
    }),
  }),
  authorise: mayKeepDesk,
  decide: ({ input, loaded: { taken }, newId, newReference }) => {
    if (taken > 0) return refuseField('TermExists', 'name', 'Coordinators have this word already.');
    const id = newId();
    return {
      change: { id, reference: newReference(), ...input },
      facts: [{ name: 'PrivateTermWasAdded', noun: 'privateTerm', nounId: id }],
    };
  },
  save: async ({ tx, actor, now }, change) => {
    const createdById = actor.kind === 'person' ? actor.id : '';
    await tx.privateTerm.create({ data: { ...change, createdById, createdAt: now } });
    return { reference: change.reference };
  },
  rules: {
    private_term_name_in_use: refuseField('TermExists', 'name', 'Coordinators have this word already.'),
  },
});
