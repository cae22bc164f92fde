import type { Db } from '~/platform/db.server';
import { refuse, type Refusal } from '../refusal';

/** Why a question about missing data cannot be closed yet; null for every other question. */
export async function openDataGap(db: Db, questionId: string): Promise<Refusal | null> {
  const [row] = await db.$queryRaw<{ open: boolean }[]>`
    SELECT soundings.is_open_gap(${questionId}::uuid) AS open`;
  if (!row?.open) return null;
  return refuse(
    'DataGapIsOpen',
    'This question is about missing data. Link a confirmed dataset to it, or say why there is none.',
  );
}
