import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import type { Role, SubjectKind } from './responsibility';
import { subjectColumn, subjectsSql } from './subject-sql.server';

export interface ResponsibilitySubject {
  id: string;
  title: string;
  holdings: { role: Role; organisationId: string; teamId: string | null; name: string }[];
}

/** A subject that an actor may know of, with who holds what about it now; those who give roles in it wait in turn. */
export async function lockedSubject(
  tx: Db,
  actor: Actor,
  { kind, subject }: { kind: SubjectKind; subject: string },
): Promise<ResponsibilitySubject | null> {
  const [row] = await tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT x.id, x.title FROM (${subjectsSql(kind, actor)}) x WHERE x.reference = ${subject}`;
  if (!row) return null;
  await tx.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${row.id}::text, 0))::text`);
  const holdings = await tx.$queryRaw<ResponsibilitySubject['holdings']>`
    SELECT r.role::text AS role, r.organisation_id AS "organisationId", r.team_id AS "teamId", o.name
    FROM responsibility r JOIN organisation o ON o.id = r.organisation_id
    WHERE ${subjectColumn[kind]} = ${row.id}::uuid AND r.ends_on IS NULL`;
  return { ...row, holdings };
}
