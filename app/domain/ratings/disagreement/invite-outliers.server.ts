import { database } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import type { Visitor } from '../../actor';
import { recordFacts } from '../../fact-record.server';
import { countsSql, NOW, RATINGS } from '../counted-ratings.server';
import { FAR, FEWEST_OTHERS, MOST_INVITED_A_NIGHT } from './outlier';

/**
 * A job: whoever rated far from the mean of the others, `|r − (Σr − r) ÷ (n − 1)|`, is invited to say why. Once for
 * each rating: what stands in the table is never asked again.
 */
export function inviteOutliers(): Promise<number> {
  return database().$transaction(async (tx) => {
    const now = await soundingsNow(tx);
    const invited = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO rating_outlier (rating_id, value, invited_at)
      SELECT said.id, said.value, ${now} FROM (
        SELECT r.id, r.value, r.person_id, count(*) OVER same AS number, sum(r.value) OVER same AS sum
        FROM ${RATINGS} WHERE ${countsSql(NOW)} AND rated.retracted_at IS NULL AND rated.superseded_at IS NULL
          AND rated.merged_into_id IS NULL
        WINDOW same AS (PARTITION BY r.finding_id, r.priority_id)) said
      JOIN person p ON p.id = said.person_id AND p.suspended_at IS NULL AND p.erased_at IS NULL
      WHERE said.number > ${FEWEST_OTHERS}
        AND abs(said.value - (said.sum - said.value)::float8 / (said.number - 1)) >= ${FAR}
        AND NOT EXISTS (SELECT FROM rating_outlier o WHERE o.rating_id = said.id)
      ORDER BY said.id LIMIT ${MOST_INVITED_A_NIGHT}
      ON CONFLICT DO NOTHING RETURNING rating_id AS id`;
    const clock: Visitor = { kind: 'visitor', asOf: now };
    const facts = invited.map(({ id }) => ({
      name: 'OutlierWasInvited',
      noun: 'rating' as const,
      nounId: id,
    }));
    await recordFacts(tx, { actor: clock, now, command: 'clock' }, facts);
    return invited.length;
  });
}
