import type { Db } from '~/platform/db.server';
import type { Acted, ItemAction } from './actions/action.server';

interface Done extends Acted {
  lastFact: bigint | null;
}

/** Why a thing would not be put back, knowing the last fact about it; null where it would. */
export async function whyKept(
  db: Db,
  item: Done,
  undo: ItemAction['undo'],
  last: bigint | undefined,
): Promise<string | null> {
  if (item.lastFact === null || last !== item.lastFact) return 'It has changed since.';
  return (await undo?.whyKept?.(db, item, item.lastFact)) ?? null;
}
