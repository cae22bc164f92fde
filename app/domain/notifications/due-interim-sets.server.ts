import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../fact';

const NOTICE_DAYS = 30;

/** Interim sets that expire within a month, and those that did by themselves: each told once. */
export async function dueInterimSets(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM (
      SELECT s.id, CASE WHEN s.ends_on < today.day THEN 'InterimSetHasExpired' ELSE 'InterimSetIsExpiring' END AS name
      FROM priority_set s, (SELECT (soundings.now() AT TIME ZONE 'Europe/London')::date AS day) today
      WHERE s.interim AND s.ends_on <= today.day + ${NOTICE_DAYS}::int
        AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'prioritySet' AND f.noun_id = s.id
          AND f.name = 'InterimSetWasEnded')) due
    WHERE NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'prioritySet' AND f.noun_id = due.id AND f.name = due.name)
    LIMIT 100`;
  return rows.map(({ id, name }) => ({ name, noun: 'prioritySet', nounId: id }));
}
