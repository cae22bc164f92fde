import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../fact';

/** An embargo is ended by the clock alone; the fact lets those who wait for the files be told, once. */
export async function openedFiles(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; findingId: string }[]>`
    SELECT a.id, a.finding_id AS "findingId" FROM file_access a JOIN finding f ON f.id = a.finding_id
    WHERE a.opens_on <= (soundings.now() AT TIME ZONE 'Europe/London')::date AND a.replaced_at IS NULL
      AND f.published_at IS NOT NULL AND f.retracted_at IS NULL
      AND NOT EXISTS (SELECT FROM fact x WHERE x.noun = 'finding' AND x.noun_id = a.finding_id
                      AND x.name = 'EmbargoHasEnded' AND x.data->>'accessId' = a.id::text)
    LIMIT 100`;
  return rows.map(({ id, findingId }) => ({
    name: 'EmbargoHasEnded',
    noun: 'finding',
    nounId: findingId,
    data: { accessId: id },
  }));
}
