import type { Db } from '~/platform/db.server';
import { NOTICE_DAYS } from '../assurance/requests/information-request';
import type { FactDraft } from '../fact';

/** Requests for information whose last day comes near, is here, or has passed: each once for that day. */
export async function dueInformation(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; dueOn: string }[]>`
    SELECT r.id, told.name, r.due_on::text AS "dueOn" FROM (
      SELECT x.id, coalesce(x.extended_to, x.due_on) AS due_on,
        coalesce(x.extended_to, x.due_on) - (soundings.now() AT TIME ZONE 'Europe/London')::date AS ahead
      FROM information_request x WHERE x.closed_at IS NULL AND NOT EXISTS (
        SELECT FROM information_clarification c WHERE c.request_id = x.id AND c.answered_on IS NULL)) r
    CROSS JOIN LATERAL (SELECT CASE WHEN r.ahead < 0 THEN 'InformationRequestIsOverdue'
      WHEN r.ahead = 0 THEN 'InformationRequestIsDueToday'
      WHEN r.ahead <= ${NOTICE_DAYS}::int THEN 'InformationRequestIsDueSoon' END AS name) told
    WHERE told.name IS NOT NULL AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'informationRequest'
      AND f.noun_id = r.id AND f.name = told.name AND f.data->>'dueOn' = r.due_on::text)
    LIMIT 100`;
  return rows.map(({ id, name, dueOn }) => ({
    name,
    noun: 'informationRequest',
    nounId: id,
    data: { dueOn },
  }));
}
