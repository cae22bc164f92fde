import { Prisma } from '~/platform/generated/prisma/client';
import type { SponsorshipEnding } from './sponsorship';

/** A request or sponsorship that has not ended; instants and days as JSON holds them. */
export interface StoredSponsorship {
  reference: string;
  teamId: string;
  team: { reference: string; name: string; organisation: string };
  neededFor: string;
  neededBy: string;
  accepted: boolean;
  lapsesAt: string;
}

/** What a draft was set aside for: another team's question, or a finding. */
export interface SetAsideFor {
  joined: {
    reference: string;
    question: { reference: string; title: string };
    lapsesAt: string;
    acceptedAt: string | null;
    endedAt: string | null;
    ending: SponsorshipEnding | null;
    reason: string;
  } | null;
  finding: { reference: string; title: string } | null;
}

export const sponsorshipsSql = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', s.reference, 'teamId', s.team_id,
      'team', jsonb_build_object('reference', t.reference, 'name', t.name, 'organisation', o.name),
      'neededFor', s.needed_for, 'neededBy', s.needed_by, 'accepted', s.accepted_at IS NOT NULL,
      'lapsesAt', s.lapses_at) ORDER BY s.requested_at), '[]')
     FROM sponsorship s JOIN team t ON t.id = s.team_id JOIN organisation o ON o.id = t.organisation_id
     WHERE s.question_id = q.id AND s.ended_at IS NULL)`;

export const setAsideForSql = Prisma.sql`
  CASE WHEN q.set_aside_at IS NOT NULL THEN jsonb_build_object(
    'joined', (SELECT jsonb_build_object('reference', s.reference,
        'question', jsonb_build_object('reference', j.reference, 'title', j.title), 'lapsesAt', s.lapses_at,
        'acceptedAt', s.accepted_at, 'endedAt', s.ended_at, 'ending', s.ending, 'reason', s.ended_reason)
      FROM sponsorship s JOIN question j ON j.id = s.question_id
      WHERE s.draft_id = q.id AND q.reused_finding_id IS NULL ORDER BY s.requested_at DESC LIMIT 1),
    'finding', (SELECT jsonb_build_object('reference', f.reference, 'title', v.title)
      FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
      WHERE f.id = q.reused_finding_id)) END`;
