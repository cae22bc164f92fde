import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, type Person, type TeamRole } from '../../actor';
import { competitionTasks } from './competition-tasks.server';
import { deliveryTasks } from './delivery-tasks.server';
import { followUpTasks } from './follow-up-tasks.server';
import { openQuestionTasks } from './open-question-tasks.server';
import { panelAskTasks } from './panel-ask-tasks.server';
import { reorganisationTasks } from './reorganisation-tasks.server';
import { requestTasks } from './request-tasks.server';

const teamsWith = (actor: Person, role: TeamRole): string[] =>
  actor.teams.filter(({ roles }) => roles.includes(role)).map(({ teamId }) => teamId);

/**
 * What waits for an actor, as rows of kind, reference, title and due. Each part repeats the rule of the page it
 * leads to; nothing appears from behind a wall.
 */
export function tasksOf(actor: Person, now: Date): Prisma.Sql {
  const walled = actor.walls.filter(({ bidId }) => bidId === null).map(({ questionId }) => questionId);
  const live = Prisma.sql`q.withdrawn_at IS NULL AND q.merged_into_id IS NULL AND q.id <> ALL(${walled}::uuid[])`;
  const parts = [
    ...teamTasks(actor, live, now),
    ...panelTasks(actor, live, now),
    ...openQuestionTasks(actor, live, now),
    ...expertTasks(actor, live, now),
    ...panelAskTasks(actor, live, now),
    ...appraisalTasks(actor),
    ...estimateTasks(actor, now),
    ...competitionTasks(actor, live, now),
    ...deliveryTasks(actor, live, now),
    ...requestTasks(actor, now),
    ...reorganisationTasks(actor, now),
    ...approvalTasks(actor, live, now),
    registerTask(actor, now),
    followUpTasks(actor, now),
  ];
  return Prisma.join(parts, ' UNION ALL ');
}

/** Further approvals that wait for this person, challenges to decide, and what was put on hold until now. */
const approvalTasks = (actor: Person, live: Prisma.Sql, now: Date): Prisma.Sql[] => [
  Prisma.sql`SELECT CASE WHEN w.recommendation_id IS NULL THEN 'approveAtLevel' ELSE 'approveDecisionAtLevel' END,
      q.reference, q.title, NULL
    FROM approval_waiting w JOIN question q ON q.id = w.question_id
    WHERE ${live} AND w.person_id = ${actor.id}::uuid`,
  Prisma.sql`SELECT 'decideChallenge', c.reference, q.title, c.lodged_at
    FROM challenge c JOIN question q ON q.id = c.question_id
    WHERE ${live} AND c.decided_at IS NULL AND ${hasRole(actor, 'coordinator')} AND NOT EXISTS (
      SELECT FROM soundings.involved_in(q.id) i WHERE i.person_id = ${actor.id}::uuid)`,
  Prisma.sql`SELECT 'reviewHold', q.reference, q.title, h.review_on::timestamptz
    FROM competition_hold h JOIN question q ON q.id = h.question_id
    WHERE ${live} AND h.lifted_at IS NULL AND h.review_on <= ${now}::date
      AND q.senior_responsible_owner_id = ${actor.id}::uuid`,
];

/** The yearly declaration of one's own register, once a year has gone by. */
const registerTask = (actor: Person, now: Date): Prisma.Sql => Prisma.sql`
  SELECT 'confirmRegister', '', 'Your register of interests', max(c.confirmed_at) + interval '1 year'
  FROM interest_confirmation c WHERE c.person_id = ${actor.id}::uuid
  HAVING max(c.confirmed_at) + interval '1 year' <= ${now}`;

/** Asked to estimate, and not in yet; the second time only those who gave a first. */
function estimateTasks(actor: Person, now: Date): Prisma.Sql[] {
  const given = (round: 1 | 2) => Prisma.sql`EXISTS (SELECT FROM sealed_estimate s
    WHERE s.elicitation_id = e.id AND s.person_id = x.person_id AND s.round = ${round})`;
  const asked = Prisma.sql`FROM elicitation e JOIN elicitation_expert x ON x.elicitation_id = e.id
    WHERE x.person_id = ${actor.id}::uuid AND x.left_at IS NULL AND e.withdrawn_at IS NULL`;
  return [
    Prisma.sql`SELECT 'giveFirstEstimate', e.reference, e.title, e.first_closes_at
      ${asked} AND e.first_closes_at > ${now} AND NOT ${given(1)}`,
    Prisma.sql`SELECT 'giveSecondEstimate', e.reference, e.title, e.second_closes_at
      ${asked} AND e.first_closes_at <= ${now} AND e.second_closes_at > ${now}
        AND ${given(1)} AND NOT ${given(2)} AND soundings.first_estimates(e.id) >= 3`,
  ];
}

function teamTasks(actor: Person, live: Prisma.Sql, now: Date): Prisma.Sql[] {
  const me = Prisma.sql`${actor.id}::uuid`;
  const owned = teamsWith(actor, 'seniorResponsibleOwner');
  const authored = teamsWith(actor, 'author');
  const teams = actor.teams.map(({ teamId }) => teamId);
  return [
    Prisma.sql`SELECT 'approveQuestion' AS kind, q.reference, q.title, q.needed_by::timestamptz AS due
      FROM question q WHERE ${live} AND q.published_at IS NULL AND q.approved_at IS NULL
        AND q.submitted_at IS NOT NULL AND (q.returned_at IS NULL OR q.returned_at < q.submitted_at)
        AND q.author_id <> ${me} AND q.team_id = ANY(${owned}::uuid[])
        AND NOT EXISTS (SELECT FROM approval a WHERE a.question_id = q.id AND a.recommendation_id IS NULL AND a.voided_at IS NULL)
        AND (q.senior_responsible_owner_id IS NULL OR q.senior_responsible_owner_id = ${me})`,
    Prisma.sql`SELECT 'approveDecision', q.reference, q.title, NULL
      FROM recommendation r JOIN question q ON q.id = r.question_id
      WHERE ${live} AND r.approved_at IS NULL AND r.returned_at IS NULL AND r.made_by_id <> ${me}
        AND q.senior_responsible_owner_id = ${me}
        AND NOT EXISTS (SELECT FROM approval a WHERE a.recommendation_id = r.id AND a.voided_at IS NULL)
        AND q.id <> ALL(${actor.walls.map(({ questionId }) => questionId)}::uuid[])`,
    Prisma.sql`SELECT 'answerClarification', c.reference, q.title, q.answers_due_at
      FROM clarification c JOIN question q ON q.id = c.question_id
      WHERE ${live} AND c.answered_at IS NULL AND c.declined_at IS NULL AND q.opened_at IS NULL
        AND (q.author_id = ${me} OR q.team_id = ANY(${authored}::uuid[]))`,
    Prisma.sql`SELECT 'answerEnquiry', e.reference, e.subject, m.due_on::timestamptz
      FROM enquiry e JOIN enquiry_message m ON m.enquiry_id = e.id AND NOT m.from_team AND m.answered_at IS NULL
      WHERE e.closed_at IS NULL AND e.team_id = ANY(${[...new Set([...owned, ...authored])]}::uuid[])
        AND m.sent_at = (SELECT min(w.sent_at) FROM enquiry_message w
                         WHERE w.enquiry_id = e.id AND NOT w.from_team AND w.answered_at IS NULL)`,
    Prisma.sql`SELECT 'answerCascade', c.reference, q.title, c.answer_by::timestamptz
      FROM "cascade" c JOIN question q ON q.id = c.question_id
      WHERE ${live} AND c.answer IS NULL AND q.answered_at IS NULL AND q.visibility = 'network'
        AND c.team_id = ANY(${[...new Set([...owned, ...authored])]}::uuid[])`,
    Prisma.sql`SELECT 'answerSponsorship', s.reference, q.title, s.lapses_at
      FROM sponsorship s JOIN question q ON q.id = s.question_id
      WHERE ${live} AND s.accepted_at IS NULL AND s.ended_at IS NULL AND s.lapses_at > ${now}
        AND q.answered_at IS NULL AND s.requested_by_id <> ${me}
        AND (q.senior_responsible_owner_id = ${me} OR q.team_id = ANY(${authored}::uuid[]))`,
    Prisma.sql`SELECT 'reviewDeliverable', d.reference, d.title, d.delivered_at
      FROM deliverable d JOIN milestone m ON m.id = d.milestone_id JOIN award a ON a.id = m.award_id
      JOIN question q ON q.id = a.question_id
      WHERE ${live} AND d.accepted_at IS NULL AND d.returned_at IS NULL AND d.delivered_by_id <> ${me}
        AND a.bid_id <> ALL(${actor.walls.flatMap(({ bidId }) => (bidId ? [bidId] : []))}::uuid[])
        AND q.team_id = ANY(${teams}::uuid[]) AND NOT EXISTS (
          SELECT FROM bid_member w WHERE w.bid_id = a.bid_id AND w.person_id = ${me})`,
  ];
}

function panelTasks(actor: Person, live: Prisma.Sql, now: Date): Prisma.Sql[] {
  const me = Prisma.sql`${actor.id}::uuid`;
  const panels = actor.panels.map(({ questionId }) => questionId);
  const moderated = actor.panels
    .filter(({ role }) => role === 'moderator')
    .map(({ questionId }) => questionId);
  const ownWalls = Prisma.sql`SELECT FROM wall w WHERE w.person_id = ${me} AND w.bid_id = b.id AND w.lifted_at IS NULL`;
  return [
    Prisma.sql`SELECT 'declareInterest', q.reference, q.title, NULL
      FROM question q WHERE ${live} AND q.opened_at IS NOT NULL AND q.quality_agreed_at IS NULL AND q.decided_at IS NULL
        AND (q.id = ANY(${panels}::uuid[]) OR ${me} IN (q.author_id, q.senior_responsible_owner_id, q.budget_holder_id))
        AND NOT EXISTS (SELECT FROM declaration d
                        WHERE d.question_id = q.id AND d.person_id = ${me} AND d.stage = 'opening')`,
    Prisma.sql`SELECT 'scoreBids', q.reference, q.title, NULL
      FROM question q WHERE ${live} AND q.id = ANY(${panels}::uuid[]) AND q.evaluation_started_at IS NOT NULL
        AND q.quality_agreed_at IS NULL AND q.decided_at IS NULL AND EXISTS (
          SELECT FROM bid b JOIN criterion c ON c.question_id = q.id AND c.stage = 'written'
          WHERE b.question_id = q.id AND b.withdrawn_at IS NULL AND b.excluded_at IS NULL
            AND EXISTS (SELECT FROM bid_submission s
                        WHERE s.bid_id = b.id AND s.withdrawn_at IS NULL AND s.replaced_at IS NULL)
            AND NOT EXISTS (${ownWalls})
            AND (NOT EXISTS (SELECT FROM assignment_plan l WHERE l.question_id = q.id)
              OR EXISTS (SELECT FROM assessment a WHERE a.bid_id = b.id AND a.person_id = ${me}
                AND a.moved_at IS NULL AND a.refused_at IS NULL))
            AND NOT EXISTS (SELECT FROM score x WHERE x.bid_id = b.id AND x.criterion_id = c.id
                              AND x.person_id = ${me} AND x.submitted_at IS NOT NULL))
        AND EXISTS (SELECT FROM panel_membership p
                    WHERE p.question_id = q.id AND p.person_id = ${me} AND p.ended_at IS NULL AND p.role = 'evaluator')`,
    Prisma.sql`SELECT 'openBids', q.reference, q.title, q.closes_at
      FROM question q JOIN route r ON r.id = q.route_id
      WHERE ${live} AND r.takes_bids AND q.published_at IS NOT NULL AND q.opened_at IS NULL AND q.closes_at <= ${now}
        AND q.decided_at IS NULL AND (q.budget_holder_id = ${me} OR q.id = ANY(${moderated}::uuid[]))`,
  ];
}

function expertTasks(actor: Person, live: Prisma.Sql, now: Date): Prisma.Sql[] {
  const me = Prisma.sql`${actor.id}::uuid`;
  return [
    Prisma.sql`SELECT 'answerBidInvitation', b.reference, q.title, q.closes_at
      FROM bid_member m JOIN bid b ON b.id = m.bid_id JOIN question q ON q.id = b.question_id
      WHERE ${live} AND m.person_id = ${me} AND m.accepted_at IS NULL AND m.declined_at IS NULL
        AND b.withdrawn_at IS NULL AND q.closes_at > ${now} AND b.lead_id <> ${me}`,
    Prisma.sql`SELECT 'answerToAssess', q.reference, q.title, i.answer_by::timestamptz
      FROM assessor_invitation i JOIN question q ON q.id = i.question_id
      WHERE ${live} AND i.person_id = ${me} AND i.accepted_at IS NULL AND i.declined_at IS NULL
        AND i.withdrawn_at IS NULL AND i.answer_by >= ${now}::date AND q.quality_agreed_at IS NULL`,
    Prisma.sql`SELECT 'readInvitation', q.reference, q.title, q.closes_at
      FROM question_invitation i JOIN question q ON q.id = i.question_id
      WHERE ${live} AND i.person_id = ${me} AND i.declined_at IS NULL AND i.interested_at IS NULL
        AND q.published_at IS NOT NULL AND q.closes_at > ${now}
        AND NOT EXISTS (SELECT FROM bid b JOIN bid_member m ON m.bid_id = b.id
                        WHERE b.question_id = q.id AND m.person_id = ${me})
        AND NOT EXISTS (SELECT FROM advice_answer a WHERE a.question_id = q.id AND a.person_id = ${me})`,
    Prisma.sql`SELECT 'deliverMilestone', a.reference, m.title, m.due_on::timestamptz
      FROM milestone m JOIN award a ON a.id = m.award_id JOIN bid b ON b.id = a.bid_id JOIN question q ON q.id = a.question_id
      WHERE ${live} AND b.lead_id = ${me} AND a.contracted_at IS NOT NULL AND a.withdrawn_at IS NULL AND a.closed_at IS NULL
        AND NOT m.approval AND m.cancelled_at IS NULL AND NOT EXISTS (
          SELECT FROM deliverable d WHERE d.milestone_id = m.id AND d.returned_at IS NULL)`,
  ];
}

function appraisalTasks(actor: Person): Prisma.Sql[] {
  const me = Prisma.sql`${actor.id}::uuid`;
  const running = Prisma.sql`FROM appraisal_judgement j
      JOIN appraisal a ON a.id = j.appraisal_id AND a.agreed_at IS NULL AND a.closed_at IS NULL
      JOIN finding f ON f.id = a.finding_id AND f.retracted_at IS NULL AND f.superseded_at IS NULL
      JOIN finding_version v ON v.id = a.version_id AND v.number = f.current_number
      WHERE j.person_id = ${me}`;
  const isIn = Prisma.sql`SELECT count(*) FROM appraisal_judgement x
      WHERE x.appraisal_id = a.id AND x.submitted_at IS NOT NULL`;
  return [
    Prisma.sql`SELECT 'judgeFinding', f.reference, v.title, NULL ${running} AND j.submitted_at IS NULL`,
    Prisma.sql`SELECT 'agreeAppraisal', f.reference, v.title, NULL ${running}
        AND (${isIn}) = 2 AND a.proposed_by_id IS DISTINCT FROM ${me}`,
  ];
}
