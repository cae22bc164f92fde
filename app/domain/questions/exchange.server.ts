import type { Db } from '~/platform/db.server';
import { isMember, type Actor } from '../actor';
import type { Pledge } from './funding/pledge';
import { pledgesSql } from './funding/stored-pledges.server';
import { cascadesSql, type StoredCascade } from './cascading/cascades-sql.server';
import { noticesSql } from './notices/notices-sql.server';
import type { ShownNotice } from './notices/procurement-notice';
import { questionsVisibleSql } from './question-visibility.server';
import {
  setAsideForSql,
  sponsorshipsSql,
  type SetAsideFor,
  type StoredSponsorship,
} from './sponsoring/stored-sponsoring.server';
import { toldAtSql } from './question-state.server';

/** What was said about a question since it was published, and where one person stands with it. */
export interface Exchange {
  /** Live sessions that are not called off, without how to join them. */
  sessions: { reference: string; subject: string; startsAt: string; minutes: number }[];
  /** Later deadlines that two people agreed on. */
  extensions: { from: string; to: string; reason: string; confirmedAt: string }[];
  addenda: { number: number; text: string; publishedAt: string }[];
  clarifications: { reference: string; question: string; answer: string; answeredAt: string }[];
  waitingClarifications: number;
  answersReceived: number;
  /** Whether what was decided is told: before that it is nobody's news. */
  told: boolean;
  /** Invited by name, and has not declined. */
  invited: boolean;
  interested: boolean;
  watching: boolean;
  seekingPartners: boolean;
  ownAnswer: { reference: string; submitted: boolean } | null;
  /** In force or waiting, with what not everybody may read. */
  /** The question that this one was folded into, where the reader sees it, and those folded into it. */
  mergedInto: string | null;
  tookIn: { reference: string; title: string }[];
  sponsorships: StoredSponsorship[];
  setAsideFor: SetAsideFor | null;
  /** Published elsewhere about it. */
  notices: ShownNotice[];
  /** To which teams it was sent, for those it is between. */
  cascades: StoredCascade[];
  /** To what the reader gave their approval of its publication. */
  ownApprovals: string[];
  /** Money named for it, for those who may know. */
  pledges: Pledge[];
}

/** One statement. The asker of a clarification is never part of it. */
export async function exchangeOf(db: Db, question: { id: string }, actor: Actor): Promise<Exchange> {
  const personId = isMember(actor) ? actor.id : null;
  const [row] = await db.$queryRaw<Exchange[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'text', a.text,
           'publishedAt', a.published_at) ORDER BY a.number DESC), '[]')
         FROM addendum a WHERE a.question_id = q.id) AS addenda,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('from', e.instead_of, 'to', e.closes_at, 'reason', e.reason,
           'confirmedAt', e.confirmed_at) ORDER BY e.confirmed_at DESC), '[]')
         FROM deadline_extension e WHERE e.question_id = q.id AND e.confirmed_at IS NOT NULL) AS extensions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', b.reference, 'subject', b.subject,
           'startsAt', b.starts_at, 'minutes', b.minutes) ORDER BY b.starts_at), '[]')
         FROM bidder_session b WHERE b.question_id = q.id AND b.cancelled_at IS NULL) AS sessions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', c.reference, 'question', c.published_text,
           'answer', c.answer, 'answeredAt', c.answered_at) ORDER BY c.answered_at), '[]')
         FROM clarification c WHERE c.question_id = q.id AND c.answered_at IS NOT NULL) AS clarifications,
      (SELECT count(*)::int FROM clarification c
         WHERE c.question_id = q.id AND c.answered_at IS NULL AND c.declined_at IS NULL) AS "waitingClarifications",
      (SELECT count(*)::int FROM advice_answer a
         WHERE a.question_id = q.id AND a.submitted_at IS NOT NULL) AS "answersReceived",
      ${toldAtSql('q')} IS NOT NULL AS told,
      EXISTS (SELECT FROM question_invitation v WHERE v.question_id = q.id
              AND v.person_id = ${personId}::uuid AND v.declined_at IS NULL) AS invited,
      (SELECT m.reference FROM question m WHERE m.id = q.merged_into_id
         AND ${questionsVisibleSql(actor, 'm')}) AS "mergedInto",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', m.reference, 'title', m.title) ORDER BY m.published_at), '[]')
         FROM question m WHERE m.merged_into_id = q.id AND ${questionsVisibleSql(actor, 'm')}) AS "tookIn",
      (SELECT coalesce(jsonb_agg(a.digest), '[]') FROM approval a WHERE a.question_id = q.id
         AND a.recommendation_id IS NULL AND a.voided_at IS NULL AND a.person_id = ${personId}::uuid) AS "ownApprovals",
      i.interested_at IS NOT NULL AS interested,
      i.watching_since IS NOT NULL AS watching,
      i.seeking_partners_since IS NOT NULL AS "seekingPartners",
      CASE WHEN own.id IS NOT NULL THEN jsonb_build_object('reference', own.reference,
        'submitted', own.submitted_at IS NOT NULL) END AS "ownAnswer",
      ${sponsorshipsSql} AS sponsorships, ${setAsideForSql} AS "setAsideFor", ${pledgesSql} AS pledges, ${noticesSql} AS notices,
      ${cascadesSql} AS cascades
    FROM question q
      LEFT JOIN question_interest i ON i.question_id = q.id AND i.person_id = ${personId}::uuid
      LEFT JOIN advice_answer own ON own.question_id = q.id AND own.person_id = ${personId}::uuid
    WHERE q.id = ${question.id}::uuid`;
  if (!row) throw new Error('a question vanished while it was read');
  return row;
}

/** How much waits for the team, and how many answered, is for the team alone. */
export const withoutCounts = <Shown extends Pick<Exchange, 'waitingClarifications' | 'answersReceived'>>(
  exchange: Shown,
): Shown => ({
  ...exchange,
  waitingClarifications: 0,
  answersReceived: 0,
});
