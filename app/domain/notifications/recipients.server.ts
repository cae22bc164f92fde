import type { Db } from '~/platform/db.server';
import type { TeamRole } from '../actor';

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** Everybody in the asking team and the people named on the question, or those of some roles alone. */
export async function teamOf(db: Db, questionId: string, ...roles: TeamRole[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.person_id AS id FROM question q
    JOIN team_membership m ON m.team_id = q.team_id AND m.ends_at IS NULL
    WHERE q.id = ${questionId}::uuid AND (${roles.length === 0} OR m.roles::text[] && ${roles}::text[])`;
  return idsOf(rows);
}

/** Takes out whoever is behind a wall for the question, of a bid for that bid’s notices, or, with `true`, of any bid. */
export async function unwalled(
  db: Db,
  questionId: string,
  personIds: (string | null)[],
  bidId: string | true | null = null,
): Promise<string[]> {
  const ofBids = bidId === true ? {} : { OR: [{ bidId: null }, ...(bidId ? [{ bidId }] : [])] };
  const walls = await db.wall.findMany({
    where: { questionId, liftedAt: null, ...ofBids },
    select: { personId: true },
  });
  const behind = new Set(walls.map(({ personId }) => personId));
  return personIds.filter((id): id is string => id !== null && !behind.has(id));
}

export async function panelOf(
  db: Db,
  questionId: string,
  role?: 'evaluator' | 'moderator',
): Promise<string[]> {
  const rows = await db.panelMembership.findMany({
    where: { questionId, endedAt: null, ...(role ? { role } : {}) },
    select: { personId: true },
  });
  return unwalled(
    db,
    questionId,
    rows.map(({ personId }) => personId),
  );
}

/** Those who made the bid and said yes to being in it. */
export async function membersOfBid(db: Db, bidId: string): Promise<string[]> {
  const rows = await db.bidMember.findMany({
    where: { bidId, acceptedAt: { not: null }, declinedAt: null },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

/** Authors and senior responsible owners of a team. */
export async function leadsOfTeam(db: Db, teamId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM team_membership WHERE team_id = ${teamId}::uuid AND ends_at IS NULL
      AND roles::text[] && ARRAY['author', 'seniorResponsibleOwner']`;
  return idsOf(rows);
}

/** Whoever watches, showed interest, sent an expression of it, started or joined a bid, was invited by name, or leads a sponsoring team. */
export async function followersOf(db: Db, questionId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT i.person_id AS id FROM question_interest i WHERE i.question_id = ${questionId}::uuid
      AND coalesce(i.interested_at, i.watching_since, i.seeking_partners_since) IS NOT NULL
    UNION SELECT m.person_id FROM bid b JOIN bid_member m ON m.bid_id = b.id
      WHERE b.question_id = ${questionId}::uuid AND m.accepted_at IS NOT NULL AND m.declined_at IS NULL
    UNION SELECT e.person_id FROM expression e
      WHERE e.question_id = ${questionId}::uuid AND e.withdrawn_at IS NULL
    UNION SELECT v.person_id FROM question_invitation v
      WHERE v.question_id = ${questionId}::uuid AND v.person_id IS NOT NULL AND v.declined_at IS NULL
    UNION SELECT m.person_id FROM sponsorship s JOIN team_membership m ON m.team_id = s.team_id AND m.ends_at IS NULL
      WHERE s.question_id = ${questionId}::uuid AND s.accepted_at IS NOT NULL AND s.ended_at IS NULL
        AND m.roles::text[] && ARRAY['author', 'seniorResponsibleOwner']`;
  return idsOf(rows);
}

/** Verified experts who belong to an organisation now. */
export async function expertsOf(db: Db, organisationIds: string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p.id FROM affiliation a
    JOIN person p ON p.id = a.person_id AND p.verified_at IS NOT NULL
    JOIN expert_profile e ON e.person_id = p.id
    WHERE a.organisation_id = ANY(${organisationIds}::uuid[]) AND a.verified_at IS NOT NULL
      AND (a.ends_on IS NULL OR a.ends_on >= soundings.now()::date)`;
  return idsOf(rows);
}

/** The people of every bid that stands after the opening: submitted, neither withdrawn nor excluded. */
export async function biddersOf(
  db: Db,
  questionId: string,
  exceptBidId: string | null = null,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.person_id AS id FROM bid b
    JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
    JOIN bid_member m ON m.bid_id = b.id AND m.accepted_at IS NOT NULL AND m.declined_at IS NULL
    WHERE b.question_id = ${questionId}::uuid AND b.excluded_at IS NULL
      AND b.id IS DISTINCT FROM ${exceptBidId}::uuid`;
  return idsOf(rows);
}

/** How many experts hear of one new question for their threat areas alone. */
export const MOST_MATCHED = 50;

/**
 * Listed, available experts who share a threat area with a question of the network, those who share most
 * first. Nobody of the asking team or the panel, nobody behind a wall, nobody without a confirmed account.
 */
export async function matchedExperts(db: Db, questionId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM question q
    JOIN question_term qt ON qt.question_id = q.id
    JOIN term t ON t.id = qt.term_id AND t.scheme = 'threatArea'
    JOIN expert_term et ON et.term_id = t.id
    JOIN expert_profile e ON e.person_id = et.person_id AND e.listed AND e.availability <> 'unavailable'
    JOIN person p ON p.id = e.person_id AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL
    WHERE q.id = ${questionId}::uuid AND q.visibility = 'network'
      AND NOT EXISTS (SELECT FROM team_membership m
                      WHERE m.team_id = q.team_id AND m.person_id = p.id AND m.ends_at IS NULL)
      AND NOT EXISTS (SELECT FROM panel_membership m WHERE m.question_id = q.id AND m.person_id = p.id)
      AND NOT EXISTS (SELECT FROM wall w WHERE w.question_id = q.id AND w.person_id = p.id AND w.lifted_at IS NULL)
    GROUP BY p.id, e.confirmed_at ORDER BY count(*) DESC, e.confirmed_at DESC, p.id LIMIT ${MOST_MATCHED}`;
  return idsOf(rows);
}

export async function coordinators(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM installation_role_grant
    WHERE role = 'coordinator' AND revoked_at IS NULL`;
  return idsOf(rows);
}

/** Those who work on an award now, by its bid or by an accepted change. */
export async function winnersOf(db: Db, awardId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM award_winner WHERE award_id = ${awardId}::uuid`;
  return idsOf(rows);
}
