import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../../actor';
import { missingScores } from '../../evaluation/assessment/missing-scores.server';
import { ukDay } from '../../uk-time';

/**
 * The steps that a competition takes between its opening and its payment, for those named on the question. Nothing
 * waits on hold, nor for whoever is kept from one of the bids.
 */
export function competitionTasks(actor: Person, unwalled: Prisma.Sql, now: Date): Prisma.Sql[] {
  const walled = actor.walls.map(({ questionId }) => questionId);
  const live = Prisma.sql`${unwalled} AND q.id <> ALL(${walled}::uuid[]) AND NOT EXISTS (SELECT FROM competition_hold h WHERE h.question_id = q.id AND h.lifted_at IS NULL)`;
  return [...evaluationSteps(actor, live), ...decisionSteps(actor, live), ...contractSteps(actor, live, now)];
}

const ofRunners = (actor: Person): Prisma.Sql =>
  Prisma.sql`${actor.id}::uuid IN (q.author_id, q.senior_responsible_owner_id)`;

function evaluationSteps(actor: Person, live: Prisma.Sql): Prisma.Sql[] {
  const panels = actor.panels.map(({ questionId }) => questionId);
  const led = actor.panels.filter(({ role }) => role === 'moderator').map(({ questionId }) => questionId);
  const leads = Prisma.sql`q.id = ANY(${led}::uuid[]) AND q.evaluation_started_at IS NOT NULL AND q.decided_at IS NULL`;
  const onPanel = (role: string) => Prisma.sql`SELECT FROM panel_membership p
    WHERE p.question_id = q.id AND p.ended_at IS NULL AND p.role = ${role}::"PanelRole"`;
  const recommended = Prisma.sql`EXISTS (SELECT FROM recommendation r
    WHERE r.question_id = q.id AND r.approved_at IS NULL AND r.returned_at IS NULL)`;
  return [
    Prisma.sql`SELECT 'appointPanel', q.reference, q.title, q.closes_at
      FROM question q JOIN route t ON t.id = q.route_id AND t.takes_bids
      WHERE ${live} AND ${ofRunners(actor)} AND q.published_at IS NOT NULL AND q.evaluation_started_at IS NULL
        AND q.decided_at IS NULL AND (NOT EXISTS (${onPanel('moderator')})
          OR (SELECT count(*) FROM (${onPanel('evaluator')}) e) < t.minimum_evaluators)`,
    Prisma.sql`SELECT 'moderate', q.reference, q.title, NULL FROM question q
      WHERE ${live} AND ${leads} AND q.quality_agreed_at IS NULL
        AND NOT EXISTS (${missingScores(Prisma.sql`q.id`)})`,
    Prisma.sql`SELECT 'recommend', q.reference, q.title, NULL FROM question q
      WHERE ${live} AND ${leads} AND q.quality_agreed_at IS NOT NULL AND NOT ${recommended}
        AND (q.interview_mode IS NULL OR q.interviews_agreed_at IS NOT NULL)`,
    Prisma.sql`SELECT 'declareAtAward', q.reference, q.title, NULL FROM question q
      WHERE ${live} AND q.decided_at IS NULL AND ${recommended} AND (q.id = ANY(${panels}::uuid[])
          OR ${actor.id}::uuid IN (q.author_id, q.senior_responsible_owner_id, q.budget_holder_id))
        AND NOT EXISTS (SELECT FROM declaration d
          WHERE d.question_id = q.id AND d.person_id = ${actor.id}::uuid AND d.stage = 'award')`,
  ];
}

function decisionSteps(actor: Person, live: Prisma.Sql): Prisma.Sql[] {
  const decided = Prisma.sql`${live} AND ${ofRunners(actor)} AND q.decided_at IS NOT NULL`;
  const unsent = Prisma.sql`EXISTS (SELECT FROM assessment_summary s JOIN bid b ON b.id = s.bid_id
    WHERE b.question_id = q.id AND s.sent_at IS NULL)`;
  return [
    Prisma.sql`SELECT 'sendSummaries', q.reference, q.title, NULL FROM question q WHERE ${decided} AND ${unsent}`,
    Prisma.sql`SELECT 'giveNotice', q.reference, q.title, NULL FROM question q
      WHERE ${decided} AND NOT ${unsent} AND EXISTS (SELECT FROM award a
        WHERE a.question_id = q.id AND a.notice_at IS NULL AND a.withdrawn_at IS NULL)`,
  ];
}

/** From the end of the standstill to the payment of what was accepted. */
function contractSteps(actor: Person, live: Prisma.Sql, now: Date): Prisma.Sql[] {
  const me = Prisma.sql`${actor.id}::uuid`;
  const award = Prisma.sql`FROM award a JOIN question q ON q.id = a.question_id`;
  const ready = Prisma.sql`${live} AND a.notice_at IS NOT NULL AND a.withdrawn_at IS NULL AND a.contracted_at IS NULL
    AND (a.standstill_ends_on IS NULL OR a.standstill_ends_on < ${ukDay(now)}::date)
    AND NOT EXISTS (SELECT FROM challenge c WHERE c.question_id = q.id AND c.decided_at IS NULL)`;
  const letter = (states: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM agreement_letter l
    WHERE l.award_id = a.id AND ${states})`;
  return [
    Prisma.sql`SELECT 'recordContract', a.reference, q.title, NULL ${award} WHERE ${ready} AND ${ofRunners(actor)}
      AND NOT ${letter(Prisma.sql`l.state IN ('sent', 'signed', 'countersigned')`)}`,
    Prisma.sql`SELECT 'signAgreement', a.reference, q.title, NULL ${award} WHERE ${ready}
      AND ${letter(Prisma.sql`l.state = 'sent'`)} AND EXISTS (SELECT FROM award_winner w
        WHERE w.award_id = a.id AND w.person_id = ${me} AND w.role = 'lead')`,
    Prisma.sql`SELECT 'approveAgreement', a.reference, q.title, NULL ${award}
      WHERE ${ready} AND q.budget_holder_id = ${me}
      AND ${letter(Prisma.sql`(l.state = 'countersigned' OR (l.state = 'signed' AND l.signatory_id IS NULL))`)}`,
    Prisma.sql`SELECT 'recordPayment', a.reference, m.title, NULL ${award} JOIN milestone m ON m.award_id = a.id
      WHERE ${live} AND q.budget_holder_id = ${me} AND a.contracted_at IS NOT NULL AND a.withdrawn_at IS NULL
        AND a.closed_at IS NULL AND m.amount > 0 AND m.paid_at IS NULL AND m.cancelled_at IS NULL
        AND EXISTS (SELECT FROM deliverable d WHERE d.milestone_id = m.id AND d.accepted_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM payment_claim c WHERE c.milestone_id = m.id)`,
  ];
}
