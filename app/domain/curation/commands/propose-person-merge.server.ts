import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayMergePeople } from '../same-person/merge-policy';
import { accountSelect, standAgainst, whyNotMerged } from '../same-person/two-accounts.server';

/** Says that two accounts are one person's; somebody else decides. */
export const proposePersonMerge = command({
  name: 'curation.propose-person-merge',
  input: z.strictObject({
    kept: referenceInput,
    merged: referenceInput,
    reason: textInput('Say how you know that they are one person', 1000, 'Reason'),
  }),
  load: async ({ tx, input }) => {
    const find = (reference: string) => tx.person.findUnique({ where: { reference }, select: accountSelect });
    const [kept, merged] = [await find(input.kept), await find(input.merged)];
    return kept && merged && { kept, merged, against: await standAgainst(tx, kept.id, merged.id) };
  },
  authorise: (actor) => mayMergePeople(actor),
  subject: ({ kept }) => ({ noun: 'person', nounId: kept.id }),
  decide: ({ input, loaded: { kept, merged, against }, actor, newId, newReference }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const why = whyNotMerged(kept, merged, against);
    if (why) return why;
    const id = newId();
    const row = { keptId: kept.id, mergedId: merged.id, reason: input.reason, proposedById: actor.id };
    return {
      change: { ...row, id, reference: newReference() },
      facts: [
        {
          ...{ name: 'PersonMergeWasProposed', noun: 'person', nounId: kept.id },
          data: { mergeId: id, mergedId: merged.id },
        },
      ],
    };
  },
  save: async ({ tx, now }, row) => {
    await tx.personMerge.create({ data: { ...row, proposedAt: now } });
    return { reference: row.reference };
  },
  rules: {
    person_merge_one_open: refuse(
      'MergeIsProposed',
      'Somebody has proposed this already. It waits for a decision.',
    ),
  },
});
