import { database, type Db } from '~/platform/db.server';
import type { Findings } from '../suite';

class Undone extends Error {}

interface Leftover {
  what: string;
  plant: (tx: Db, closedId: string, heirId: string) => Promise<number>;
}

const LEFTOVERS: Leftover[] = [
  {
    what: 'a team that stayed behind',
    plant: async (tx, closedId, heirId) => {
      await tx.$executeRaw`ALTER TABLE team DISABLE TRIGGER holder_is_open`;
      return tx.$executeRaw`UPDATE team SET organisation_id = ${closedId}::uuid, name = name || ' left'
        WHERE id = (SELECT id FROM team WHERE organisation_id = ${heirId}::uuid ORDER BY id LIMIT 1)`;
    },
  },
  {
    what: 'a person who stayed behind',
    plant: (tx, closedId) => tx.$executeRaw`
      UPDATE affiliation SET ends_on = NULL WHERE id = (SELECT id FROM affiliation
        WHERE organisation_id = ${closedId}::uuid AND ends_on IS NOT NULL ORDER BY id LIMIT 1)`,
  },
  {
    what: 'a domain that still lets people in',
    plant: async (tx, closedId) => {
      await tx.$executeRaw`ALTER TABLE organisation_domain DISABLE TRIGGER holder_is_open`;
      return tx.$executeRaw`INSERT INTO organisation_domain (domain, organisation_id)
        VALUES ('left-behind.example', ${closedId}::uuid)`;
    },
  },
  {
    what: 'a handover that was wiped',
    plant: async (tx, closedId) => {
      await tx.$executeRaw`ALTER TABLE handover DISABLE TRIGGER handover_kept`;
      await tx.$executeRaw`ALTER TABLE group_member DISABLE TRIGGER holder_is_open`;
      return tx.$executeRaw`
        WITH wiped AS (DELETE FROM handover WHERE kind = 'groupMember' AND from_id = ${closedId}::uuid RETURNING item)
        UPDATE group_member SET ends_on = NULL WHERE id IN (SELECT item::uuid FROM wiped)`;
    },
  },
];

/** Puts one thing back after another and takes each away again. Says how many of those that could be planted were found. */
export async function plantLeftovers(closedId: string, heirId: string, findings: Findings): Promise<number> {
  let found = 0;
  let planted = 0;
  for (const { what, plant } of LEFTOVERS) {
    let left = 0;
    let rows = 0;
    await database()
      .$transaction(async (tx) => {
        rows = await plant(tx, closedId, heirId);
        const [row] = await tx.$queryRaw<
          { count: number }[]
        >`SELECT count(*)::int AS count FROM soundings.orphan`;
        left = row?.count ?? 0;
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    if (rows === 0) {
      findings.say(`${what}: there is none to plant`);
      continue;
    }
    planted += 1;
    if (left > 0) found += 1;
    findings.check(left > 0, `${what}: ${left > 0 ? 'found' : 'missed'}`);
  }
  findings.check(planted >= 2 && found === planted, `${found} of ${planted} planted leftovers found`);
  return found;
}
