import type { Saving } from '../../command.server';
import { recordStage } from '../../questions/question-stage.server';
import { reserveOf, standingAwards } from '../../evaluation/reserve/load-reserve.server';

interface Ended {
  id: string;
  questionId: string;
  reason: string;
  ending: 'withdrawn' | 'declined' | 'challenged';
}

/** Ends an award before its contract. Without another award or a reserve list the question is in evaluation again. */
export async function endAward(
  { tx, now }: Saving,
  { id, questionId, reason, ending }: Ended,
): Promise<void> {
  await tx.award.update({ where: { id }, data: { withdrawnAt: now, withdrawnReason: reason, ending } });
  await reopenWithout({ tx }, questionId);
}

/** Back into evaluation, where nothing of the decision stands any more. */
export async function reopenWithout({ tx }: Pick<Saving, 'tx'>, questionId: string): Promise<boolean> {
  const stands = (await standingAwards(tx, questionId)) + (await reserveOf(tx, questionId)).length;
  if (stands === 0)
    await recordStage(tx, questionId, { decidedAt: null, outcome: null, outcomeReason: null });
  return stands === 0;
}
