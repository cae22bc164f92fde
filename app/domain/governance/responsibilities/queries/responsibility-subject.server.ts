import { z } from 'zod';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { mayKeepGovernance, mayReadGovernance } from '../../governance-policy';
import type { Role } from '../responsibility';
import { subjectFields } from '../responsibility-form';
import { subjectColumn, subjectsSql } from '../subject-sql.server';

export interface PastRole {
  reference: string;
  role: Role;
  level: string | null;
  name: string;
  organisation: string;
  team: string | null;
  note: string;
  startsOn: Date;
  endsOn: Date | null;
  endReason: string | null;
}

/** One subject with every role that anybody has or had in it. */
export const responsibilitySubject = query({
  name: 'governance.responsibility-subject',
  input: z.strictObject(subjectFields),
  visibleTo: (actor) => isAllowed(mayReadGovernance(actor)),
  read: async ({ db, actor, scope, input: { kind, subject } }) => {
    if (!scope) return null;
    const [row] = await db.$queryRaw<{ id: string; reference: string; title: string }[]>`
      SELECT x.id, x.reference, x.title FROM (${subjectsSql(kind, actor)}) x WHERE x.reference = ${subject}`;
    if (!row) return null;
    const roles = await db.$queryRaw<PastRole[]>`
      SELECT r.reference, r.role::text AS role, r.level, o.name, o.reference AS organisation, t.name AS team, r.note,
        r.starts_on AS "startsOn", r.ends_on AS "endsOn", r.end_reason AS "endReason"
      FROM responsibility r JOIN organisation o ON o.id = r.organisation_id LEFT JOIN team t ON t.id = r.team_id
      WHERE ${subjectColumn[kind]} = ${row.id}::uuid
      ORDER BY r.ends_on DESC NULLS FIRST, r.role, lower(o.name), r.id LIMIT 200`;
    return { kind, ...row, roles, may: { keep: isAllowed(mayKeepGovernance(actor)) } };
  },
});
