import { database } from '~/platform/db.server';
import type { InstallationRole, Person, TeamPlace, Visitor } from '../../actor';

type Row = Omit<Person, 'kind' | 'secondFactorPassed' | 'sessionId' | 'asOf' | 'walls' | 'panels'> & {
  secondFactorSetUp: boolean;
  now: Date;
  teams: TeamPlace[];
  roles: InstallationRole[];
  panels: Person['panels'];
  walls: Person['walls'];
};

/** Everything the policies ask about a person, in one statement; null for a suspended, erased or merged one. */
export async function actorOf(
  personId: string,
  session: { storedId: string | null; secondFactorAt: Date | null } | null,
): Promise<Person | null> {
  const [row] = await database().$queryRaw<Row[]>`
    SELECT p.id, p.reference, p.name, p.verified_at IS NOT NULL AS verified, p.demonstration,
      soundings.now() AS now,
      EXISTS (SELECT FROM expert_profile e WHERE e.person_id = p.id) AS expert,
      EXISTS (SELECT FROM credential c WHERE c.person_id = p.id AND c.totp_confirmed_at IS NOT NULL)
        AS "secondFactorSetUp",
      (SELECT count(*)::int FROM (SELECT 1 FROM notice n WHERE n.person_id = p.id AND n.read_at IS NULL LIMIT 100) u)
        AS "unreadNotices",
      ARRAY(SELECT r.role::text FROM installation_role_grant r
            WHERE r.person_id = p.id AND r.revoked_at IS NULL) AS roles,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('teamId', m.team_id, 'organisationId', t.organisation_id,
                                                    'roles', m.roles))
         FROM team_membership m JOIN team t ON t.id = m.team_id AND t.closed_at IS NULL
         WHERE m.person_id = p.id AND m.ends_at IS NULL), '[]') AS teams,
      ARRAY(SELECT a.organisation_id::text FROM affiliation a
            WHERE a.person_id = p.id AND a.verified_at IS NOT NULL
              AND (a.ends_on IS NULL OR a.ends_on >= soundings.now()::date)) AS "organisationIds",
      EXISTS (SELECT FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
              WHERE a.person_id = p.id AND o.kind = 'private-sector'
                AND (a.ends_on IS NULL OR a.ends_on >= soundings.now()::date)) AS "privateSector",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('questionId', e.question_id, 'role', e.role))
         FROM panel_membership e WHERE e.person_id = p.id AND e.ended_at IS NULL), '[]') AS panels,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('questionId', w.question_id, 'bidId', w.bid_id))
         FROM wall w WHERE w.person_id = p.id AND w.lifted_at IS NULL), '[]') AS walls
    FROM person p
    WHERE p.id = ${personId}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL
      AND p.merged_into_id IS NULL`;
  if (!row) return null;
  const { now, ...known } = row;
  return {
    kind: 'person',
    ...known,
    secondFactorPassed: row.demonstration || (row.secondFactorSetUp && Boolean(session?.secondFactorAt)),
    sessionId: session?.storedId ?? null,
    asOf: now,
  };
}

/** A visitor, at the database's time, and what the database held at that moment. */
export async function visitorArriving(): Promise<{ visitor: Visitor; dataVersion: string }> {
  const [row] = await database().$queryRaw<{ now: Date; dataVersion: string }[]>`
    SELECT soundings.now() AS now, pg_current_snapshot()::text AS "dataVersion"`;
  if (!row) throw new Error('the database clock gave no answer');
  return { visitor: { kind: 'visitor', asOf: row.now }, dataVersion: row.dataVersion };
}
