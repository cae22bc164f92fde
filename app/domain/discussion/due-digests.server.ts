import type { Db } from '~/platform/db.server';
import type { FactDraft, Noun } from '../fact';

/** The hour of the UK day from which yesterday's comments go out together. */
const DIGEST_HOUR = 7;

/** For each discussion that somebody follows daily: that new comments wait, once a day. */
export async function dueDigests(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ noun: Noun; nounId: string; since: string; until: string }[]>`
    WITH today AS (
      SELECT (date_trunc('day', soundings.now() AT TIME ZONE 'Europe/London')
        + make_interval(hours => ${DIGEST_HOUR})) AT TIME ZONE 'Europe/London' AS until
    ), followed AS (
      SELECT w.noun, w.noun_id, min(w.set_at) AS since FROM discussion_watch w WHERE w.setting = 'daily' GROUP BY 1, 2
    ), last AS (
      SELECT f.noun, f.noun_id, max((f.data->>'until')::timestamptz) AS until FROM fact f
      WHERE f.name = 'DiscussionDigestIsDue' GROUP BY 1, 2
    )
    SELECT d.noun, d.noun_id AS "nounId", coalesce(l.until, d.since)::text AS since, t.until::text AS until
    FROM followed d CROSS JOIN today t LEFT JOIN last l ON l.noun = d.noun AND l.noun_id = d.noun_id
    WHERE soundings.now() >= t.until AND coalesce(l.until, d.since) < t.until
      AND EXISTS (SELECT FROM comment c WHERE c.noun = d.noun AND c.noun_id = d.noun_id AND c.hidden_at IS NULL
        AND c.posted_at > coalesce(l.until, d.since) AND c.posted_at <= t.until)
    LIMIT 100`;
  return rows.map(({ noun, nounId, since, until }) => ({
    name: 'DiscussionDigestIsDue',
    noun,
    nounId,
    data: { since, until },
  }));
}
