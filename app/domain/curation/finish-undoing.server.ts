import { database } from '~/platform/db.server';
import type { Actor } from '../actor';
import { run } from '../command.server';
import { undoBulkItem } from './commands/undo-bulk-item.server';
import { oneAtATime } from './one-at-a-time.server';

export interface Undone {
  undone: number;
  kept: number;
}

/** Puts back what is still to put back of an undone bulk action, each thing in a transaction of its own. */
export async function finishUndoing(actor: Actor, reference: string): Promise<Undone> {
  await oneAtATime(reference, async () => {
    const left = await database().bulkActionItem.findMany({
      where: { bulkAction: { reference, undoneAt: { not: null } }, outcome: 'done', undoOutcome: null },
      orderBy: { position: 'asc' },
      select: { bulkActionId: true, noun: true, nounId: true },
    });
    for (const item of left) await run(undoBulkItem, actor, item);
  });
  const counts = await database().bulkActionItem.groupBy({
    by: ['undoOutcome'],
    where: { bulkAction: { reference } },
    _count: true,
  });
  const count = (outcome: string) => counts.find(({ undoOutcome }) => undoOutcome === outcome)?._count ?? 0;
  return { undone: count('undone'), kept: count('kept') };
}
