import type { Db } from '~/platform/db.server';
import type { FactDraft } from '../fact';

/** Registers that nobody declared whole for a year: told once for each declaration. */
export async function dueRegisters(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.person_id AS id FROM interest_confirmation c
    JOIN person p ON p.id = c.person_id AND p.erased_at IS NULL AND p.suspended_at IS NULL AND p.merged_into_id IS NULL
    GROUP BY c.person_id HAVING max(c.confirmed_at) + interval '1 year' <= soundings.now()
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'person' AND f.noun_id = c.person_id
        AND f.name = 'RegisterWasDue' AND f.at > max(c.confirmed_at))
    LIMIT 100`;
  return rows.map(({ id }) => ({ name: 'RegisterWasDue', noun: 'person', nounId: id }));
}
