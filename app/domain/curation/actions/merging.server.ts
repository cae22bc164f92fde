import { database } from '~/platform/db.server';
import { keepApart } from '../commands/keep-apart.server';
import { mergeRecords } from '../commands/merge-records.server';
import type { MergedNoun } from '../merging/merge-rules';
import { MERGERS } from '../merging/all.server';
import { twinOf } from '../queues/duplicates.server';
import { through, type ItemAction } from './action.server';

/** Into the record that was named, or else into the older one that it looks like. */
export const merging = (noun: MergedNoun): ItemAction => ({
  ...through(mergeRecords, async ({ reference }, { into, reason }) => ({
    noun,
    reference,
    into: into || (await twinOf(database(), noun, reference)) || undefined,
    reason,
  })),
  remember: () => Promise.resolve({ merged: false }),
  undo: {
    fact: 'MergeWasUndone',
    restore: async (tx, { nounId }) => {
      const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT soundings.now() AS now`;
      const merge = await tx.recordMerge.findFirstOrThrow({
        where: { noun, fromId: nounId, undoneAt: null },
      });
      await MERGERS[noun].putBack(tx, merge, merge.moved);
      await tx.recordMerge.update({ where: { id: merge.id }, data: { undoneAt: clock?.now ?? null } });
      const data = { fromId: nounId, mergeId: merge.id };
      return [{ name: 'DuplicateWasGivenBack', noun, nounId: merge.intoId, data }];
    },
  },
});

export const keepingApart = (noun: MergedNoun): ItemAction => ({
  ...through(keepApart, async ({ reference }) => ({
    noun,
    reference,
    other: (await twinOf(database(), noun, reference)) ?? undefined,
  })),
  remember: () => Promise.resolve({}),
  undo: null,
});
