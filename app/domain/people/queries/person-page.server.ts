import { z } from 'zod';
import type { Actor, InstallationRole, TeamRole } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayAdministerPeople } from '../person-policy';
import { stateOfPerson } from '../person';

interface Row {
  id: string;
  reference: string;
  name: string;
  verifiedAt: Date | null;
  suspendedAt: Date | null;
  erasedAt: Date | null;
  createdAt: Date;
  demonstration: boolean;
  secondFactor: boolean;
  hasProfile: boolean;
  addresses: string[];
  roles: InstallationRole[];
  teams: { reference: string; name: string; roles: TeamRole[] }[];
  affiliations: {
    reference: string;
    organisation: string;
    startsOn: string;
    endsOn: string | null;
    verified: boolean;
  }[];
}

/** One person as the administrator sees them. */
export const personPage = query({
  name: 'people.person-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => isAllowed(mayAdministerPeople(actor)),
  read: async ({ db, scope, input, actor }) => {
    if (!scope) return null;
    const [row] = await db.$queryRaw<Row[]>`
      SELECT p.id, p.reference, p.name, p.verified_at AS "verifiedAt", p.suspended_at AS "suspendedAt",
        p.erased_at AS "erasedAt", p.created_at AS "createdAt", p.demonstration,
        EXISTS (SELECT FROM credential c WHERE c.person_id = p.id AND c.totp_confirmed_at IS NOT NULL) AS "secondFactor",
        EXISTS (SELECT FROM expert_profile x WHERE x.person_id = p.id) AS "hasProfile",
        ARRAY(SELECT e.address FROM person_email e WHERE e.person_id = p.id ORDER BY e."primary" DESC) AS addresses,
        ARRAY(SELECT g.role::text FROM installation_role_grant g
              WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS roles,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', t.reference, 'name', t.name, 'roles', m.roles))
                  FROM team_membership m JOIN team t ON t.id = m.team_id
                  WHERE m.person_id = p.id AND m.ends_at IS NULL), '[]') AS teams,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', o.reference, 'organisation', o.name,
                    'startsOn', a.starts_on, 'endsOn', a.ends_on, 'verified', a.verified_at IS NOT NULL)
                    ORDER BY a.starts_on DESC)
                  FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
                  WHERE a.person_id = p.id), '[]') AS affiliations
      FROM person p WHERE p.reference = ${input.reference} AND p.merged_into_id IS NULL`;
    if (!row) return null;
    const { id, verifiedAt, suspendedAt, erasedAt, ...shown } = row;
    return {
      ...shown,
      state: stateOfPerson({ verifiedAt, suspendedAt, erasedAt }),
      own: actor.kind === 'person' && actor.id === id,
    };
  },
});
