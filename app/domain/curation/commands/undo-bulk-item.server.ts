import { z } from 'zod';
import { command } from '../../command.server';
import type { Noun } from '../../fact';
import { refuse } from '../../refusal';
import { lastFacts, lockItem } from '../acted-items.server';
import { ITEM_ACTIONS } from '../actions/all.server';
import type { BulkActionName } from '../bulk-action';
import { mayKeepDesk } from '../curation-policy';
import { whyKept } from '../why-kept.server';

/** Puts one thing of an undone bulk action back, unless somebody has touched it since: then it stays and says why. */
export const undoBulkItem = command({
  name: 'curation.undo-bulk-item',
  input: z.strictObject({ bulkActionId: z.uuid(), noun: z.string(), nounId: z.uuid() }),
  load: async ({ tx, input }) => {
    await lockItem(tx, input.noun, input.nounId);
    const item = await tx.bulkActionItem.findUnique({
      where: { bulkActionId_noun_nounId: input },
      include: { bulkAction: { select: { action: true, undoneAt: true } } },
    });
    if (!item) return null;
    const { undo } = ITEM_ACTIONS[item.bulkAction.action as BulkActionName];
    const last = (await lastFacts(tx, item.noun, [item.nounId])).get(item.nounId);
    return { item, undo, whyKept: await whyKept(tx, item, undo, last) };
  },
  authorise: (actor) => mayKeepDesk(actor),
  decide: ({ loaded: { item, undo, whyKept: why } }) => {
    if (!undo || !item.bulkAction.undoneAt || item.outcome !== 'done' || item.undoOutcome)
      return refuse('NothingToUndo', 'There is nothing to put back.', { stale: true });
    const { noun, nounId, bulkActionId } = item;
    const fact = { name: undo.fact, noun: noun as Noun, nounId, data: { bulkActionId } };
    return { change: { item, undo, why }, facts: why ? [] : [fact] };
  },
  save: async ({ tx, record }, { item, undo, why }) => {
    const also = why ? [] : await undo.restore(tx, item, item.before);
    for (const fact of also ?? []) record(fact);
    const { bulkActionId, noun, nounId } = item;
    const undoOutcome = why ? 'kept' : 'undone';
    await tx.bulkActionItem.update({
      where: { bulkActionId_noun_nounId: { bulkActionId, noun, nounId } },
      data: { undoOutcome, undoWhy: why },
    });
    return { undoOutcome };
  },
});
