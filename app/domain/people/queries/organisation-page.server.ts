import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayCurateOrganisations } from '../organisations/organisation-policy';
import { mayCreateTeam } from '../teams/team-policy';
import { Prisma } from '~/platform/generated/prisma/client';

interface OrganisationPage {
  reference: string;
  name: string;
  kind: string;
  level: string | null;
  region: string | null;
  regionReference: string | null;
  regionCode: string | null;
  invented: boolean;
  rorId: string | null;
  revision: number;
  mergedInto: string | null;
  closedAt: Date | null;
  domains: string[];
  teams: { reference: string; name: string; purpose: string; members: number }[];
  people: { reference: string; name: string; post: string; expert: boolean }[];
  versions: {
    number: number;
    changeNote: string;
    holdsFrom: string;
    by: string | null;
    content: { name: string; kind: string; level: string | null; region: string | null };
  }[];
}

/** One organisation with its teams, its confirmed people who may be listed, and how it was described before. */
export const organisationPage = query({
  name: 'people.organisation-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => (isMember(actor) ? Prisma.sql`true` : Prisma.sql`false`),
  read: async ({ db, scope, input, actor }) => {
    const [row] = await db.$queryRaw<OrganisationPage[]>`
      SELECT o.reference, o.name, o.kind, o.level, o.invented, o.ror_id AS "rorId", o.revision, o.closed_at AS "closedAt",
        o.region AS "regionCode", COALESCE(r.name, initcap(o.region)) AS region, r.reference AS "regionReference",
        (SELECT m.reference FROM organisation m WHERE m.id = o.merged_into_id) AS "mergedInto",
        ARRAY(SELECT d.domain FROM organisation_domain d WHERE d.organisation_id = o.id ORDER BY d.domain) AS domains,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', t.reference, 'name', t.name, 'purpose', t.purpose,
                    'members', (SELECT count(*) FROM team_membership m WHERE m.team_id = t.id AND m.ends_at IS NULL))
                    ORDER BY lower(t.name))
                  FROM team t WHERE t.organisation_id = o.id AND t.closed_at IS NULL), '[]') AS teams,
        COALESCE((SELECT jsonb_agg(x ORDER BY x->>'name') FROM (
                    SELECT DISTINCT jsonb_build_object('reference', p.reference, 'name', p.name, 'post', a.post,
                      'expert', e.person_id IS NOT NULL) AS x
                    FROM affiliation a JOIN person p ON p.id = a.person_id
                    JOIN expert_profile e ON e.person_id = p.id AND e.listed
                    WHERE a.organisation_id = o.id AND a.verified_at IS NOT NULL AND a.ends_on IS NULL
                      AND p.suspended_at IS NULL AND p.erased_at IS NULL AND p.verified_at IS NOT NULL LIMIT 100) y), '[]') AS people,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('number', v.number, 'changeNote', v.change_note,
                    'holdsFrom', v.holds_from,
                    'content', v.content || jsonb_build_object('region', COALESCE(
                      (SELECT w.name FROM organisation w WHERE w.slug = v.content->>'region'),
                      initcap(v.content->>'region'))),
                    'by', (SELECT w.name FROM person w WHERE w.id = v.recorded_by_id)) ORDER BY v.number DESC)
                  FROM organisation_version v WHERE v.organisation_id = o.id), '[]') AS versions
      FROM organisation o LEFT JOIN organisation r ON r.slug = o.region
      WHERE o.reference = ${input.reference} AND ${scope}`;
    if (!row) return null;
    return {
      ...row,
      may: {
        change: isAllowed(mayCurateOrganisations(actor)) && row.mergedInto === null,
        createTeam: isAllowed(mayCreateTeam(actor)) && row.mergedInto === null && row.closedAt === null,
      },
    };
  },
});
