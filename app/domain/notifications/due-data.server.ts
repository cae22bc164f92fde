import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../fact';
import { REMIND_DAYS } from '../requests/data/data-request';

/** Access to data that ends soon, and that has ended with nobody saying what became of them: each once. */
export async function dueData(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; expiresOn: string }[]>`
    SELECT r.id, told.name, r.expires_on::text AS "expiresOn" FROM (
      SELECT x.id, x.expires_on, x.expires_on - (soundings.now() AT TIME ZONE 'Europe/London')::date AS ahead
      FROM data_request x WHERE x.state = 'approved' AND x.closing IS NULL AND NOT EXISTS (
        SELECT FROM data_request y WHERE y.earlier_id = x.id AND y.kind = 'renewal' AND y.state = 'approved')) r
    CROSS JOIN LATERAL (SELECT CASE WHEN r.ahead < 0 THEN 'DataAccessHasEnded'
      WHEN r.ahead <= ${REMIND_DAYS}::int THEN 'DataAccessIsEnding' END AS name) told
    WHERE told.name IS NOT NULL AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'dataRequest'
      AND f.noun_id = r.id AND f.name = told.name)
    LIMIT 100`;
  return rows.map(({ id, name, expiresOn }) => ({
    ...{ name, noun: 'dataRequest', nounId: id },
    data: { expiresOn },
  }));
}
