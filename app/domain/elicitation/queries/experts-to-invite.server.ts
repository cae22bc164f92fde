import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayInviteExperts } from '../elicitation-policy';
import { loadElicitation, type LoadedElicitation } from '../elicitation-standing.server';

interface Candidate {
  reference: string;
  name: string;
  organisation: string | null;
  /** Threat areas shared with what is asked about. */
  shared: string[];
}

const MOST = 20;

/** Listed experts who share its threat areas, those who share most first; or those of a name. */
function candidates(db: Db, elicitation: LoadedElicitation, name: string | undefined): Promise<Candidate[]> {
  const { id, questionId, finding, question, openedById } = elicitation;
  const wanted = name
    ? Prisma.sql`position(lower(unaccent(${name})) IN lower(unaccent(p.name))) > 0`
    : Prisma.sql`shared.names IS NOT NULL`;
  return db.$queryRaw<Candidate[]>`
    SELECT p.reference, p.name, COALESCE(shared.names, '{}') AS shared,
      (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
       WHERE a.person_id = p.id AND a.ends_on IS NULL ORDER BY a.starts_on DESC LIMIT 1) AS organisation
    FROM person p JOIN expert_profile e ON e.person_id = p.id AND e.listed
    CROSS JOIN LATERAL (
      SELECT array_agg(t.name ORDER BY t.name) AS names FROM expert_term x
        JOIN term t ON t.id = x.term_id AND t.scheme = 'threatArea'
      WHERE x.person_id = p.id AND (
        EXISTS (SELECT FROM question_term qt WHERE qt.question_id = ${questionId}::uuid AND qt.term_id = t.id)
        OR EXISTS (SELECT FROM finding_term ft WHERE ft.finding_id = ${finding?.id ?? null}::uuid AND ft.term_id = t.id))
    ) shared
    WHERE ${wanted} AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
      AND p.merged_into_id IS NULL AND p.id <> ${openedById}::uuid
      AND NOT EXISTS (SELECT FROM elicitation_expert x WHERE x.elicitation_id = ${id}::uuid AND x.person_id = p.id)
      AND NOT EXISTS (SELECT FROM team_membership m
                      WHERE m.team_id = ${question?.teamId ?? null}::uuid AND m.person_id = p.id AND m.ends_at IS NULL)
      AND NOT EXISTS (SELECT FROM installation_role_grant g
                      WHERE g.person_id = p.id AND g.role = 'coordinator' AND g.revoked_at IS NULL)
    ORDER BY cardinality(COALESCE(shared.names, '{}')) DESC, p.name LIMIT ${MOST}`;
}

/** Whom those who run an elicitation have asked, and whom they could ask. */
export const expertsToInvite = query({
  name: 'elicitation.experts-to-invite',
  input: z.strictObject({ reference: referenceInput, name: z.string().trim().max(100).optional() }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const elicitation = await loadElicitation(db, input.reference);
    if (!elicitation) return null;
    const verdict = mayInviteExperts(actor, elicitation.standing);
    if (verdict.kind === 'hide') return null;
    if (!isAllowed(verdict))
      return { kind: 'denied' as const, why: verdict.kind === 'deny' ? verdict.why : '' };
    const { reference, title, experts } = elicitation;
    return {
      kind: 'asked' as const,
      ...{ reference, title },
      invited: experts.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en-GB')),
      found: await candidates(db, elicitation, input.name),
    };
  },
});
