import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { BulkActionItem } from '~/platform/generated/prisma/client';
import { isPerson } from '../../actor';
import { command, type Saving } from '../../command.server';
import type { Noun } from '../../fact';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lastFacts } from '../acted-items.server';
import { ITEM_ACTIONS } from '../actions/all.server';
import type { Undo } from '../actions/action.server';
import { whyNotUndone, type BulkActionName } from '../bulk-action';
import { mayKeepDesk } from '../curation-policy';

/** Puts back, within a day, what a bulk action changed and nobody has touched since. The rest stays, and says why. */
export const undoBulkAction = command({
  name: 'curation.undo-bulk-action',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM bulk_action WHERE reference = ${input.reference} FOR UPDATE`;
    const items = { where: { outcome: 'done' }, orderBy: { position: 'asc' } } as const;
    const row = await tx.bulkAction.findUnique({ where: { reference: input.reference }, include: { items } });
    return row && { ...row, action: row.action as BulkActionName };
  },
  authorise: (actor) => mayKeepDesk(actor),
  subject: ({ id }) => ({ noun: 'bulkAction', nounId: id }),
  decide: ({ loaded, actor, now }) => {
    const why = whyNotUndone(loaded, now);
    const { undo } = ITEM_ACTIONS[loaded.action];
    if (why || !undo || !isPerson(actor))
      return refuse('CannotBeUndone', why ?? 'This cannot be undone.', { stale: true });
    return { change: { action: loaded, undo, by: actor.id }, facts: [] };
  },
  save: async (saving, { action, undo, by }) => {
    const { tx, now } = saving;
    const nouns = action.items.map(({ nounId }) => nounId);
    const last = await lastFacts(tx, action.items[0]?.noun ?? '', nouns);
    let undone = 0;
    for (const item of action.items) {
      const why = await undoItem(saving, undo, item, last.get(item.nounId));
      if (!why) undone += 1;
      await report(tx, item, why);
    }
    await tx.bulkAction.update({ where: { id: action.id }, data: { undoneAt: now, undoneById: by } });
    const counts = { undone, kept: action.items.length - undone };
    saving.record({ name: 'BulkActionWasUndone', noun: 'bulkAction', nounId: action.id, data: counts });
    return { reference: action.reference, ...counts };
  },
});

/** Why it was kept, or null when it was put back. */
async function undoItem(
  { tx, record }: Saving,
  undo: Undo,
  item: BulkActionItem,
  last: bigint | undefined,
): Promise<string | null> {
  if (item.lastFact === null || last === undefined || last > item.lastFact) return 'It has changed since.';
  const why = await undo.whyKept?.(tx, item, item.lastFact);
  if (why) return why;
  await undo.restore(tx, item, item.before);
  const data = { bulkActionId: item.bulkActionId };
  record({ name: undo.fact, noun: item.noun as Noun, nounId: item.nounId, data });
  return null;
}

async function report(
  tx: Db,
  { bulkActionId, noun, nounId }: BulkActionItem,
  why: string | null,
): Promise<void> {
  await tx.bulkActionItem.update({
    where: { bulkActionId_noun_nounId: { bulkActionId, noun, nounId } },
    data: { undoOutcome: why ? 'kept' : 'undone', undoWhy: why },
  });
}
