import { z } from 'zod';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { groupAccounts, type DemonstrationAccount } from '../demonstration-groups';

/** Who may be entered by one click, those of the first teams first: most waits for them. The page asks only where a demonstration may be entered. */
export const demonstrationAccounts = query({
  name: 'people.demonstration-accounts',
  input: z.strictObject({}),
  visibleTo: anyone,
  read: async ({ db }) => {
    const accounts = await db.$queryRaw<DemonstrationAccount[]>`
      SELECT p.reference, p.name, p.title, p.verified_at IS NOT NULL AS verified,
        COALESCE((SELECT t.name FROM team_membership m JOIN team t ON t.id = m.team_id
                  WHERE m.person_id = p.id AND m.ends_at IS NULL ORDER BY m.starts_at LIMIT 1),
                 (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
                  WHERE a.person_id = p.id AND a.ends_on IS NULL ORDER BY a.starts_on LIMIT 1), '') AS place,
        ARRAY(SELECT g.role::text FROM installation_role_grant g
              WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS roles,
        ARRAY(SELECT DISTINCT unnest(m.roles)::text FROM team_membership m
              WHERE m.person_id = p.id AND m.ends_at IS NULL) AS "teamRoles",
        EXISTS (SELECT FROM expert_profile e WHERE e.person_id = p.id) AS expert
      FROM person p
      WHERE p.demonstration AND p.suspended_at IS NULL AND p.erased_at IS NULL
      ORDER BY p.id`;
    return groupAccounts(accounts);
  },
});
