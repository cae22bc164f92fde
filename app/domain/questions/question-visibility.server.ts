import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../actor';
import { readsNetwork } from './question-policy';

/** Questions that an actor may know of, as a Prisma filter. `knowsOf` and the SQL below say the same. */
export function questionsVisibleTo(actor: Actor): Prisma.QuestionWhereInput {
  const released: Prisma.QuestionWhereInput = { releasedAt: { not: null } };
  if (!isMember(actor)) return released;
  const published = { publishedAt: { not: null } } satisfies Prisma.QuestionWhereInput;
  const own: Prisma.QuestionWhereInput[] = [
    { teamId: { in: actor.teams.map(({ teamId }) => teamId) } },
    { authorId: actor.id },
    { seniorResponsibleOwnerId: actor.id },
    { budgetHolderId: actor.id },
  ];
  if (actor.roles.includes('coordinator')) return { OR: [released, published, ...own] };
  const invited = [{ personId: actor.id }, { organisationId: { in: actor.organisationIds } }];
  return {
    OR: [
      released,
      ...own,
      { ...published, id: { in: actor.panels.map(({ questionId }) => questionId) } },
      { ...published, visibility: 'invited', invitations: { some: { OR: invited } } },
      { ...published, sponsorships: { some: sponsoredBy(actor.teams.map(({ teamId }) => teamId)) } },
      ...(readsNetwork(actor) ? [{ ...published, visibility: 'network' as const }] : []),
      ...(actor.roles.includes('auditor') ? [{ ...published, ...settled }] : []),
    ],
  };
}

const sponsoredBy = (teamIds: string[]) => ({
  teamId: { in: teamIds },
  acceptedAt: { not: null },
  endedAt: null,
});

const settled = {
  OR: [{ decidedAt: { not: null } }, { answeredAt: { not: null } }, { withdrawnAt: { not: null } }],
} satisfies Prisma.QuestionWhereInput;

/** The same as a condition on the table `question`, known in the statement by `alias`. */
export function questionsVisibleSql(actor: Actor, alias = 'question'): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  if (!isMember(actor)) return Prisma.sql`(${q}.released_at IS NOT NULL)`;
  const teams = actor.teams.map(({ teamId }) => teamId);
  const own = Prisma.sql`${q}.team_id = ANY(${teams}::uuid[])
    OR ${actor.id}::uuid IN (${q}.author_id, ${q}.senior_responsible_owner_id, ${q}.budget_holder_id)`;
  if (actor.roles.includes('coordinator'))
    return Prisma.sql`(${q}.released_at IS NOT NULL OR ${q}.published_at IS NOT NULL OR ${own})`;
  const panels = actor.panels.map(({ questionId }) => questionId);
  return Prisma.sql`(${q}.released_at IS NOT NULL OR ${own} OR (${q}.published_at IS NOT NULL AND (
    ${q}.id = ANY(${panels}::uuid[])
    OR (${readsNetwork(actor)} AND ${q}.visibility = 'network')
    OR (${actor.roles.includes('auditor')}
        AND coalesce(${q}.decided_at, ${q}.answered_at, ${q}.withdrawn_at) IS NOT NULL)
    OR (${q}.visibility = 'invited' AND EXISTS (
      SELECT FROM question_invitation seen WHERE seen.question_id = ${q}.id
        AND (seen.person_id = ${actor.id}::uuid OR seen.organisation_id = ANY(${actor.organisationIds}::uuid[]))))
    OR EXISTS (SELECT FROM sponsorship beside WHERE beside.question_id = ${q}.id AND beside.team_id = ANY(${teams}::uuid[])
        AND beside.accepted_at IS NOT NULL AND beside.ended_at IS NULL))))`;
}
