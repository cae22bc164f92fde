import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import type { FactDraft } from '../../fact';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { itemsOf, lockItem } from '../acted-items.server';
import { mayKeepDesk } from '../curation-policy';
import { MERGED_NOUNS } from '../merging/merge-rules';
import { MERGERS } from '../merging/all.server';

/** Folds one record into another: its address leads there, what can move moves, the rest stays and is shown. */
export const mergeRecords = command({
  name: 'curation.merge-records',
  input: z.strictObject({
    noun: z.enum(MERGED_NOUNS),
    reference: referenceInput,
    into: z.string({ error: 'Nothing looks like it any more.' }).pipe(referenceInput),
    reason: textInput('Say why they are the same', 1000),
  }),
  load: async ({ tx, input, actor }) => {
    const items = await itemsOf(tx, input.noun, [input.reference, input.into]);
    const from = items.find(({ reference }) => reference === input.reference);
    const into = items.find(({ reference }) => reference === input.into);
    if (!from || !into) return null;
    for (const id of [from.nounId, into.nounId].sort()) await lockItem(tx, input.noun, id);
    const pair = { fromId: from.nounId, intoId: into.nounId };
    return { pair, whyNot: await MERGERS[input.noun].whyNot(tx, pair, actor.asOf) };
  },
  authorise: (actor) => mayKeepDesk(actor),
  decide: ({ input: { noun, reason }, loaded: { pair, whyNot }, actor, now, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (whyNot) return refuse('CannotBeMerged', whyNot);
    const row = { id: newId(), noun, reason, mergedById: actor.id, mergedAt: now, ...pair };
    const { fromId, intoId } = pair;
    const facts: FactDraft[] = [
      { name: 'RecordWasMerged', noun, nounId: fromId, data: { intoId, mergeId: row.id } },
      { name: 'DuplicateWasTakenIn', noun, nounId: intoId, data: { fromId, mergeId: row.id } },
    ];
    return { change: { noun, pair, row }, facts };
  },
  save: async ({ tx, now }, { noun, pair, row }) => {
    const moved = await MERGERS[noun].move(tx, pair, now);
    await tx.recordMerge.create({ data: { ...row, moved } });
    return { merged: true };
  },
});
