import type { Db } from '~/platform/db.server';

const MOST = 500;

export interface Candidate {
  id: string;
  reference: string;
  name: string;
  organisation: string;
}

/** Verified people of the organisations in it: in one of their teams, or with a confirmed affiliation. */
export const candidatesOf = (
  db: Db,
  { parts }: { parts: { organisationId: string }[] },
): Promise<Candidate[]> => {
  const ids = parts.map(({ organisationId }) => organisationId);
  return db.$queryRaw`
    SELECT p.id, p.reference, p.name, min(o.name) AS organisation FROM (
      SELECT m.person_id, t.organisation_id FROM team t JOIN team_membership m ON m.team_id = t.id AND m.ends_at IS NULL
      WHERE t.organisation_id = ANY(${ids}::uuid[]) AND t.closed_at IS NULL
      UNION SELECT a.person_id, a.organisation_id FROM affiliation a
      WHERE a.organisation_id = ANY(${ids}::uuid[]) AND a.verified_at IS NOT NULL AND a.ends_on IS NULL) c
    JOIN person p ON p.id = c.person_id AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL
      AND p.erased_at IS NULL AND p.merged_into_id IS NULL
    JOIN organisation o ON o.id = c.organisation_id
    GROUP BY p.id ORDER BY lower(p.name), p.id LIMIT ${MOST}`;
};
