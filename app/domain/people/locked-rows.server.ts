import type { Db } from '~/platform/db.server';

export interface LockedJoinRequest {
  id: string;
  personId: string;
  organisationId: string | null;
  decidedAt: Date | null;
  /** Where to write to; a demonstration account has no letters. */
  address: string | null;
}

export async function lockedJoinRequest(tx: Db, reference: string): Promise<LockedJoinRequest | null> {
  const [row] = await tx.$queryRaw<LockedJoinRequest[]>`
    SELECT r.id, r.person_id AS "personId", r.organisation_id AS "organisationId", r.decided_at AS "decidedAt",
      (SELECT e.address FROM person_email e JOIN person p ON p.id = e.person_id
       WHERE e.person_id = r.person_id AND e."primary" AND NOT p.demonstration) AS address
    FROM join_request r WHERE r.reference = ${reference} FOR UPDATE OF r`;
  return row ?? null;
}

export interface LockedPerson {
  id: string;
  name: string;
  demonstration: boolean;
  suspendedAt: Date | null;
  erasedAt: Date | null;
  roles: string[];
}

/** So that two who change what hangs on one person judge one after the other; read what is judged after it. */
export async function lockPerson(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Locked first and read then: a statement that had to wait would still see the roles of before. */
export async function lockedPerson(tx: Db, reference: string): Promise<LockedPerson | null> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE reference = ${reference} FOR UPDATE`;
  const [row] = await tx.$queryRaw<LockedPerson[]>`
    SELECT p.id, p.name, p.demonstration, p.suspended_at AS "suspendedAt", p.erased_at AS "erasedAt",
      ARRAY(SELECT g.role::text FROM installation_role_grant g
            WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS roles
    FROM person p WHERE p.reference = ${reference} AND p.merged_into_id IS NULL`;
  return row ?? null;
}

export interface LockedTeam {
  id: string;
  name: string;
  closedAt: Date | null;
}

export async function lockedTeam(tx: Db, reference: string): Promise<LockedTeam | null> {
  const [row] = await tx.$queryRaw<LockedTeam[]>`
    SELECT id, name, closed_at AS "closedAt" FROM team WHERE reference = ${reference} FOR UPDATE`;
  return row ?? null;
}
