import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedTerm } from '../loaded-term.server';
import { movedInput, putTagsBack } from '../merging/moved-tags.server';
import { mayEditTerms } from '../term-policy';

/** Two terms again, with what each was tagged with; what was tagged since stays with the one that was kept. */
export const undoTermMerge = command({
  name: 'taxonomy.undo-term-merge',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const term = await lockedTerm(tx, input.reference);
    if (!term) return null;
    const merge = await tx.recordMerge.findFirst({
      where: { noun: 'term', fromId: term.id, undoneAt: null },
    });
    return { term, merge };
  },
  authorise: (actor) => mayEditTerms(actor),
  subject: ({ term }) => ({ noun: 'term', nounId: term.id }),
  decide: ({ loaded: { term, merge } }) => {
    if (!merge || !term.mergedIntoId)
      return refuse('NotMerged', 'These are two terms again already.', { stale: true });
    const { id: mergeId, fromId, intoId } = merge;
    const data = { fromId, intoId, mergeId };
    return {
      change: { merge, reference: term.reference },
      facts: [
        { name: 'TermMergeWasUndone', noun: 'term', nounId: fromId, data },
        { name: 'TermWasGivenBack', noun: 'term', nounId: intoId, data },
      ],
    };
  },
  save: async ({ tx, now }, { merge, reference }) => {
    await putTagsBack(tx, merge, movedInput.parse(merge.moved));
    const apart = { mergedIntoId: null, revision: { increment: 1 } };
    await tx.term.update({ where: { id: merge.fromId }, data: apart });
    await tx.recordMerge.update({ where: { id: merge.id }, data: { undoneAt: now } });
    return { reference };
  },
});
