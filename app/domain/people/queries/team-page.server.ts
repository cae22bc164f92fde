import { z } from 'zod';
import { isMember, type Actor, type TeamRole } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayInvite } from '../person-policy';
import { mayChangeTeam } from '../teams/team-policy';
import { Prisma } from '~/platform/generated/prisma/client';

interface TeamPage {
  id: string;
  reference: string;
  name: string;
  purpose: string;
  closedAt: Date | null;
  organisation: string;
  organisationReference: string;
  members: {
    reference: string;
    name: string;
    title: string;
    roles: TeamRole[];
    since: string;
    listed: boolean;
  }[];
}

export const teamPage = query({
  name: 'people.team-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => (isMember(actor) ? Prisma.sql`true` : Prisma.sql`false`),
  read: async ({ db, scope, input, actor }) => {
    const [row] = await db.$queryRaw<TeamPage[]>`
      SELECT t.id, t.reference, t.name, t.purpose, t.closed_at AS "closedAt",
        o.name AS organisation, o.reference AS "organisationReference",
        COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', p.reference, 'name', p.name, 'title', p.title,
                    'roles', m.roles, 'since', m.starts_at, 'listed', COALESCE(e.listed, false))
                    ORDER BY lower(p.name) COLLATE "und-x-icu")
                  FROM team_membership m JOIN person p ON p.id = m.person_id
                  LEFT JOIN expert_profile e ON e.person_id = p.id
                  WHERE m.team_id = t.id AND m.ends_at IS NULL), '[]') AS members
      FROM team t JOIN organisation o ON o.id = t.organisation_id
      WHERE t.reference = ${input.reference} AND ${scope}`;
    if (!row) return null;
    const { id, ...team } = row;
    const change = isAllowed(mayChangeTeam(actor, { id })) && team.closedAt === null;
    return { ...team, may: { change, invite: change && isAllowed(mayInvite(actor)) } };
  },
});
