import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../../actor';
import { questionStateSql, shownStateSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';

/** Rows of each kind that a page shows. */
export const MOST_ROWS = 25;

const teamsOf = (actor: Person): string[] => actor.teams.map(({ teamId }) => teamId);

/** Questions of the actor's teams that the list shows them: every state with its count, those under way with rows. */
export function questionRows(actor: Person, now: Date): Prisma.Sql {
  const state = shownStateSql(actor, now, 'q');
  return Prisma.sql`
    WITH own AS (
      SELECT q.reference, q.title, CASE WHEN ${state} <> 'inEvaluation' THEN q.outcome::text END AS outcome, t.reference AS "teamReference", t.name AS team, ${state} AS state,
        r.takes_bids AS "takesBids", q.needed_by AS "neededBy", q.closes_at AS "closesAt",
        q.clarifications_close_at AS "clarificationsCloseAt", q.decision_date AS "decisionDate",
        q.updated_at, (SELECT min(m.due_on) FROM milestone m JOIN award a ON a.id = m.award_id
          WHERE a.question_id = q.id AND a.withdrawn_at IS NULL AND NOT EXISTS (
            SELECT FROM wall w WHERE w.person_id = ${actor.id}::uuid AND w.lifted_at IS NULL
              AND w.question_id = q.id AND coalesce(w.bid_id, a.bid_id) = a.bid_id) AND NOT EXISTS (
            SELECT FROM deliverable d WHERE d.milestone_id = m.id AND d.accepted_at IS NOT NULL)) AS "milestoneDueOn"
      FROM question q JOIN team t ON t.id = q.team_id JOIN route r ON r.id = q.route_id
      WHERE q.team_id = ANY(${teamsOf(actor)}::uuid[]) AND q.merged_into_id IS NULL
        AND ${questionsVisibleSql(actor, 'q')})
    SELECT own.*, count(*) OVER (PARTITION BY "teamReference", state)::int AS alike,
      row_number() OVER (PARTITION BY "teamReference", state ORDER BY updated_at DESC)::int AS place
    FROM own ORDER BY updated_at DESC LIMIT 1000`;
}

/** What an actor brought to the questions of others, the latest of each kind. */
export function contributionRows(actor: Person, now: Date): Prisma.Sql {
  const me = Prisma.sql`${actor.id}::uuid`;
  const walled = actor.walls.filter(({ bidId }) => bidId === null).map(({ questionId }) => questionId);
  const visible = Prisma.sql`${questionsVisibleSql(actor, 'q')} AND q.id <> ALL(${walled}::uuid[])`;
  return Prisma.sql`
    SELECT kind, reference, title, stage, "on", total FROM (
      SELECT x.*, count(*) OVER (PARTITION BY kind)::int AS total,
        row_number() OVER (PARTITION BY kind ORDER BY "on" DESC) AS place
      FROM (
        SELECT 'answer' AS kind, q.reference, q.title, coalesce(a.submitted_at, a.created_at) AS "on",
          CASE WHEN a.acknowledged_at IS NOT NULL THEN 'acknowledged' WHEN a.submitted_at IS NOT NULL THEN 'sent'
            ELSE 'draft' END AS stage
        FROM advice_answer a JOIN question q ON q.id = a.question_id WHERE a.person_id = ${me} AND ${visible}
        UNION ALL
        SELECT 'finding', f.reference, v.title, coalesce(v.published_at, v.submitted_at, v.created_at),
          CASE WHEN f.retracted_at IS NOT NULL THEN 'retracted' WHEN v.published_at IS NOT NULL THEN 'published'
            WHEN v.returned_at IS NOT NULL THEN 'returned' WHEN v.submitted_at IS NOT NULL THEN 'submitted'
            ELSE 'draft' END
        FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = greatest(f.current_number, 1)
        WHERE f.submitted_by_id = ${me} AND v.declined_at IS NULL AND f.merged_into_id IS NULL
        UNION ALL
        SELECT 'invitation', q.reference, q.title, i.invited_at,
          CASE WHEN i.interested_at IS NULL THEN 'waiting' ELSE 'interested' END
        FROM question_invitation i JOIN question q ON q.id = i.question_id
        WHERE i.person_id = ${me} AND i.declined_at IS NULL AND q.published_at IS NOT NULL
          AND q.withdrawn_at IS NULL AND q.closes_at > ${now} AND ${visible}) x) y
    WHERE place <= ${MOST_ROWS} ORDER BY kind, "on" DESC`;
}

/** Competitions whose panel the actor is of, until their quality is agreed; no bid is counted before evaluation. */
export function panelRows(actor: Person, now: Date): Prisma.Sql {
  const me = Prisma.sql`${actor.id}::uuid`;
  const walled = actor.walls.filter(({ bidId }) => bidId === null).map(({ questionId }) => questionId);
  const bids = Prisma.sql`FROM bid b WHERE b.question_id = q.id AND b.withdrawn_at IS NULL AND b.excluded_at IS NULL
    AND EXISTS (SELECT FROM bid_submission s WHERE s.bid_id = b.id AND s.withdrawn_at IS NULL AND s.replaced_at IS NULL)
    AND NOT EXISTS (SELECT FROM wall w WHERE w.person_id = ${me} AND w.bid_id = b.id AND w.lifted_at IS NULL)
    AND (p.role = 'moderator' OR NOT EXISTS (SELECT FROM assignment_plan l WHERE l.question_id = q.id)
      OR EXISTS (SELECT FROM assessment a WHERE a.bid_id = b.id AND a.person_id = ${me}
        AND a.moved_at IS NULL AND a.refused_at IS NULL))`;
  const declared = Prisma.sql`EXISTS (SELECT FROM declaration d
    WHERE d.question_id = q.id AND d.person_id = ${me} AND d.stage = 'opening')`;
  return Prisma.sql`
    SELECT q.reference, q.title, p.role::text, ${questionStateSql(now, 'q')} AS state,
      q.decision_date AS "decisionDate",
      CASE WHEN q.evaluation_started_at IS NOT NULL AND ${declared} THEN (SELECT count(*)::int ${bids}) END AS bids,
      (SELECT count(*)::int ${bids} AND NOT EXISTS (SELECT FROM criterion c WHERE c.question_id = q.id AND c.stage = 'written'
        AND NOT EXISTS (SELECT FROM score x WHERE x.bid_id = b.id AND x.criterion_id = c.id
          AND x.person_id = ${me} AND x.submitted_at IS NOT NULL))) AS scored
    FROM panel_membership p JOIN question q ON q.id = p.question_id
    WHERE p.person_id = ${me} AND p.ended_at IS NULL AND q.quality_agreed_at IS NULL AND q.decided_at IS NULL
      AND q.withdrawn_at IS NULL AND q.published_at IS NOT NULL AND q.id <> ALL(${walled}::uuid[])
    ORDER BY q.decision_date NULLS LAST, q.id LIMIT ${MOST_ROWS}`;
}
