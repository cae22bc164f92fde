import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { maySeeClearance, maySeeProfile } from '../person-policy';
import { asksToBeConfirmed, type Availability, type Expertise, type Willing } from '../expert-profile';
import { IS_MERGED_WORK } from '../merged-works.server';
import { bidsThatMayBeAskedAbout } from './willing-after-bids.server';
import { Prisma } from '~/platform/generated/prisma/client';

interface ExpertPage {
  personId: string;
  reference: string;
  name: string;
  title: string;
  orcid: string | null;
  invented: boolean;
  summary: string;
  availability: Availability;
  availableFrom: Date | null;
  capacityDays: number | null;
  clearanceLevel: string | null;
  clearanceSponsor: string | null;
  clearanceExpires: Date | null;
  languages: string[];
  regions: string[];
  interests: string;
  willingFor: Willing[];
  derived: { name: string; works: number }[];
  webAddress: string | null;
  listed: boolean;
  confirmedAt: Date;
  terms: { scheme: Expertise; name: string; slug: string }[];
  affiliations: {
    reference: string;
    organisation: string;
    post: string;
    startsOn: string;
    endsOn: string | null;
    verified: boolean;
  }[];
  works: { title: string; year: number | null; venue: string; doi: string | null; finding: string | null }[];
}

/** A profile. What was declared of clearance leaves the server only for those who may see it. */
export const expertPage = query({
  name: 'people.expert-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) =>
    isMember(actor) ? Prisma.sql`p.verified_at IS NOT NULL AND p.merged_into_id IS NULL` : Prisma.sql`false`,
  read: async ({ db, scope, input, actor, now }) => {
    const [row] = await db.$queryRaw<ExpertPage[]>`
      SELECT p.id AS "personId", p.reference, p.name, p.title, p.orcid, p.invented, e.summary,
        e.availability::text AS availability, e.available_from AS "availableFrom", e.capacity_days AS "capacityDays",
        e.clearance_level AS "clearanceLevel", e.clearance_sponsor AS "clearanceSponsor",
        e.clearance_expires AS "clearanceExpires", e.languages, e.regions, e.interests,
        e.willing_for AS "willingFor",
        e.web_address AS "webAddress", e.listed, e.confirmed_at AS "confirmedAt",
        COALESCE((SELECT jsonb_agg(jsonb_build_object('scheme', t.scheme, 'name', t.name, 'slug', t.slug)
                    ORDER BY t.scheme, t.position)
                  FROM expert_term x JOIN term t ON t.id = x.term_id WHERE x.person_id = p.id), '[]') AS terms,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', o.reference, 'organisation', o.name, 'post', a.post,
                    'startsOn', a.starts_on, 'endsOn', a.ends_on, 'verified', a.verified_at IS NOT NULL)
                    ORDER BY a.ends_on DESC NULLS FIRST, a.starts_on DESC)
                  FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
                  WHERE a.person_id = p.id), '[]') AS affiliations,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('name', t.name, 'works', d.works) ORDER BY d.works DESC, t.name)
                  FROM derived_expert_term d JOIN term t ON t.id = d.term_id
                  WHERE d.person_id = p.id AND d.rejected_at IS NULL), '[]') AS derived,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('title', k.title, 'year', k.year, 'venue', k.venue, 'doi', k.doi,
                    'finding', (SELECT f.reference FROM finding f WHERE f.work_id = k.id AND f.released_at IS NOT NULL
                                AND f.retracted_at IS NULL ORDER BY f.merged_into_id NULLS FIRST, f.id LIMIT 1))
                    ORDER BY k.year DESC NULLS LAST, k.title)
                  FROM work_author wa JOIN work k ON k.id = wa.work_id
                  WHERE wa.person_id = p.id AND NOT ${IS_MERGED_WORK}), '[]') AS works
      FROM expert_profile e JOIN person p ON p.id = e.person_id
      WHERE p.reference = ${input.reference} AND p.suspended_at IS NULL AND p.erased_at IS NULL AND ${scope}`;
    if (!row || !isAllowed(maySeeProfile(actor, row))) return null;
    const { personId, clearanceLevel, clearanceSponsor, clearanceExpires, ...shown } = row;
    const clearance = maySeeClearance(actor, personId)
      ? { level: clearanceLevel, sponsor: clearanceSponsor, expires: clearanceExpires }
      : null;
    const willingAfterBids = await bidsThatMayBeAskedAbout(db, actor, personId);
    const own = actor.kind === 'person' && actor.id === personId;
    return {
      ...shown,
      clearance,
      willingAfterBids,
      own,
      asksToBeConfirmed: asksToBeConfirmed(row.confirmedAt, now),
    };
  },
});
