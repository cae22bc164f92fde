import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../../fact';
import { reopenWithout } from './end-award.server';

/** Lets bids go whose day on a reserve list has passed. */
export async function endReserves(tx: Db): Promise<FactDraft[]> {
  const ended = await tx.$queryRaw<{ bidId: string; questionId: string; position: number }[]>`
    UPDATE reserve_place SET released_at = soundings.now(), released_reason = 'Its day has passed.'
    WHERE awarded_at IS NULL AND released_at IS NULL
      AND until < (soundings.now() AT TIME ZONE 'Europe/London')::date
    RETURNING bid_id AS "bidId", question_id AS "questionId", position`;
  for (const questionId of new Set(ended.map((one) => one.questionId)))
    await reopenWithout({ tx }, questionId);
  return ended.map(({ bidId, questionId, position }) => ({
    name: 'ReservePlaceWasReleased',
    noun: 'bid',
    nounId: bidId,
    data: { questionId, position },
  }));
}
