import type { Saving } from '../../command.server';
import { startWhenReady } from './start-evaluation.server';

interface Raising {
  questionId: string;
  personId: string;
  /** The bids concerned; null is the whole competition. */
  behind: (string | null)[];
  reason: string;
  by: string;
}

/** Walls around a person, each once. Behind one around all of it nobody stays on the panel. */
export async function raiseWalls(saving: Saving, raising: Raising): Promise<void> {
  const { tx, now, newId } = saving;
  const { questionId, personId, behind, reason, by } = raising;
  for (const bidId of behind) {
    const standing = await tx.wall.count({ where: { questionId, personId, bidId, liftedAt: null } });
    if (standing > 0) continue;
    await tx.wall.create({
      data: { id: newId(), questionId, personId, bidId, reason, raisedAt: now, raisedById: by },
    });
  }
  if (behind.includes(null))
    await tx.panelMembership.updateMany({
      where: { questionId, personId, endedAt: null },
      data: { endedAt: now },
    });
  await startWhenReady(saving, questionId);
}

interface Lifting extends Omit<Raising, 'behind'> {
  bidId: string | null;
  /** What a confirmed conflict about one bid closes. */
  scope: 'competition' | 'bid';
}

/** A wall comes down once no confirmed conflict is behind it any more. */
export async function liftWall(
  { tx, now }: Saving,
  { questionId, personId, bidId, scope, reason, by }: Lifting,
): Promise<void> {
  const others = await tx.conflict.count({
    where: { questionId, personId, confirmedAt: { not: null }, ...(scope === 'bid' ? { bidId } : {}) },
  });
  if (others > 0) return;
  await tx.wall.updateMany({
    where: { questionId, personId, bidId, liftedAt: null },
    data: { liftedAt: now, liftedById: by, liftedReason: reason },
  });
}
