import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import type { FirstStep } from '../first-steps';
import { mayInvite } from '../person-policy';

type Done = Record<FirstStep, boolean>;

/** What a new installation still lacks before a question can be asked, approved and answered. */
export const firstSteps = query({
  name: 'people.first-steps',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => isAllowed(mayInvite(actor)),
  read: async ({ db, scope }) => {
    if (!scope) return null;
    const [done] = await db.$queryRaw<Done[]>`
      WITH live AS (SELECT m.team_id, m.person_id, m.roles::text[] AS roles FROM team_membership m
        JOIN team t ON t.id = m.team_id AND t.closed_at IS NULL WHERE m.ends_at IS NULL)
      SELECT EXISTS (SELECT FROM installation_role_grant WHERE role = 'coordinator' AND revoked_at IS NULL) AS coordinator,
        EXISTS (SELECT FROM team WHERE closed_at IS NULL) AS team,
        EXISTS (SELECT FROM live a JOIN live o ON o.team_id = a.team_id AND o.person_id <> a.person_id
          WHERE 'author' = ANY(a.roles) AND 'seniorResponsibleOwner' = ANY(o.roles)) AS members,
        EXISTS (SELECT FROM expert_profile e JOIN person p ON p.id = e.person_id AND p.verified_at IS NOT NULL
          WHERE e.listed AND EXISTS (SELECT FROM expert_term x JOIN term t ON t.id = x.term_id
            AND t.scheme = 'threatArea' WHERE x.person_id = e.person_id)) AS experts`;
    return done ?? null;
  },
});
