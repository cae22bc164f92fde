import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { lastFacts } from '../acted-items.server';
import { ITEM_ACTIONS } from '../actions/all.server';
import type { BulkActionName } from '../bulk-action';
import { mayKeepDesk } from '../curation-policy';
import { whyKept } from '../why-kept.server';

/** Of each thing that a bulk action did, why it would stay as it is; null for what an undo would put back. */
export const undoPreview = query({
  name: 'curation.undo-preview',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: mayKeepDesk,
  read: async ({ db, scope, input }) => {
    if (!isAllowed(scope)) return null;
    const items = await db.bulkActionItem.findMany({
      where: { bulkAction: { reference: input.reference }, outcome: 'done', undoOutcome: null },
      include: { bulkAction: { select: { action: true } } },
      orderBy: { position: 'asc' },
    });
    const lines: { reference: string; stays: string | null }[] = [];
    for (const noun of new Set(items.map((item) => item.noun))) {
      const own = items.filter((item) => item.noun === noun);
      const last = await lastFacts(
        db,
        noun,
        own.map(({ nounId }) => nounId),
      );
      for (const item of own) {
        const { undo } = ITEM_ACTIONS[item.bulkAction.action as BulkActionName];
        lines.push({
          reference: item.reference,
          stays: await whyKept(db, item, undo, last.get(item.nounId)),
        });
      }
    }
    return lines;
  },
});
