import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../actor';

/** `stateOf` as an SQL expression, for lists and counts; a test holds the two together. */
export function questionStateSql(now: Date, alias = 'question'): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(CASE
    WHEN ${q}.withdrawn_at IS NOT NULL THEN 'withdrawn'
    WHEN ${q}.set_aside_at IS NOT NULL THEN 'setAside'
    WHEN ${q}.published_at IS NULL AND ${q}.submitted_at IS NULL THEN 'draft'
    WHEN ${q}.published_at IS NULL AND ${q}.returned_at >= ${q}.submitted_at THEN 'returned'
    WHEN ${q}.published_at IS NULL THEN 'awaitingApproval'
    WHEN ${q}.answered_at IS NOT NULL THEN 'answered'
    WHEN ${q}.delivery_started_at IS NOT NULL THEN 'inDelivery'
    WHEN ${q}.decided_at IS NOT NULL THEN 'decided'
    WHEN ${q}.evaluation_started_at IS NOT NULL THEN 'inEvaluation'
    WHEN ${q}.opened_at IS NOT NULL THEN 'opened'
    WHEN ${q}.closes_at <= ${now} THEN 'closed'
    WHEN ${q}.clarifications_close_at <= ${now} THEN 'clarificationsClosed'
    ELSE 'open' END)`;
}

const live = (q: Prisma.Sql) => Prisma.sql`${q}.published_at IS NOT NULL AND ${q}.withdrawn_at IS NULL
  AND ${q}.answered_at IS NULL AND ${q}.merged_into_id IS NULL`;

/** An award of which no notice was sent is nobody's news yet: until then the question counts as asked. */
const noticed = (q: Prisma.Sql) => Prisma.sql`SELECT FROM award noticed WHERE noticed.question_id = ${q}.id
  AND noticed.withdrawn_at IS NULL AND noticed.notice_at IS NOT NULL`;

/**
 * When what was decided was told, as SQL; null until then. An award is told by its notice, that there is none by
 * the last summary sent to a bidder, or by the decision where nobody bid.
 */
export function toldAtSql(alias: string): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(CASE ${q}.outcome
    WHEN 'awarded' THEN (SELECT min(noticed.notice_at) FROM award noticed
      WHERE noticed.question_id = ${q}.id AND noticed.withdrawn_at IS NULL)
    WHEN 'answered' THEN ${q}.decided_at
    ELSE (SELECT CASE WHEN bool_or(told.sent_at IS NULL) THEN NULL ELSE coalesce(max(told.sent_at), ${q}.decided_at) END
      FROM bid assessed JOIN assessment_summary told ON told.bid_id = assessed.id
      WHERE assessed.question_id = ${q}.id) END)`;
}

/** Asked, and neither bought nor known to be settled. */
export function isAskedSql(alias: string): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(${live(q)} AND (${q}.decided_at IS NULL OR ${q}.outcome = 'awarded' OR ${toldAtSql(alias)} IS NULL)
    AND NOT EXISTS (${noticed(q)}))`;
}

/** Being bought: an award of which notice was sent and that is not closed. */
export function isCommissionedSql(alias: string): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(${live(q)} AND EXISTS (${noticed(q)} AND noticed.closed_at IS NULL))`;
}

/**
 * The state that an actor is told: until a decision is told, those outside the team, and those of it with a
 * confirmed conflict, hear of none, so for them the question is still in evaluation.
 */
export function shownStateSql(actor: Actor, now: Date, alias: string): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  const teams = isMember(actor) ? actor.teams.map(({ teamId }) => teamId) : [];
  const walled = isMember(actor) ? actor.walls.map(({ questionId }) => questionId) : [];
  return Prisma.sql`(CASE WHEN ${questionStateSql(now, alias)} = 'decided'
    AND NOT (${q}.team_id = ANY(${teams}::uuid[]) AND ${q}.id <> ALL(${walled}::uuid[])) AND ${toldAtSql(alias)} IS NULL
    THEN 'inEvaluation' ELSE ${questionStateSql(now, alias)} END)`;
}

/** Whether what was decided about a question is told. */
export async function isTold(db: Db, questionId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ told: boolean }[]>`
    SELECT ${toldAtSql('q')} IS NOT NULL AS told FROM question q WHERE q.id = ${questionId}::uuid`;
  return row?.told ?? false;
}
