import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../actor';
import { readsPublished } from '../knowledge/finding-policy';
import { isAskedSql, isCommissionedSql } from '../questions/question-state.server';
import { questionsVisibleSql } from '../questions/question-visibility.server';
import type { Coverage } from './coverage';
import { knownAmong, knownOfTerm } from './known-about.server';
import { noCounts, type Counts } from './map/marks';

export interface QuestionLine {
  reference: string;
  title: string;
  route: string;
  /** ISO instants, as JSON carries them. */
  publishedAt: string;
  closesAt: string | null;
  /** The closing instant has passed. */
  closed: boolean;
  /** What awards whose notice was sent add up to; null when that is not known. */
  amount: number | null;
}

export interface FindingLine {
  reference: string;
  title: string;
  year: number | null;
  confidence: 'low' | 'moderate' | 'high' | null;
}

/** What is asked, bought and known about one thing, as far as the actor may see: figures, and the latest few. */
export interface ItemsAbout {
  counts: Counts;
  asked: QuestionLine[];
  commissions: QuestionLine[];
  answered: number;
  findings: FindingLine[];
  /** Of all findings that stand, those that nobody has to look at again yet. */
  current: number;
  money: Coverage;
}

const SHOWN = 5;

/** What is about it: ids of questions as a subselect, and of findings, or the term that they carry. */
export interface About {
  questions: Prisma.Sql;
  findings: Prisma.Sql;
  termId?: string;
}

/** One statement. Findings of a term come from what is kept counted, unless the reader's own are counted apart. */
export async function loadItemsAbout(db: Db, actor: Actor, about: About): Promise<ItemsAbout> {
  const known =
    about.termId !== undefined && (readsPublished(actor) || !isMember(actor))
      ? knownOfTerm(about.termId, !readsPublished(actor), actor.asOf)
      : knownAmong(about.findings, actor);
  return readItems(
    db,
    Prisma.sql`
    SELECT q.reference, q.title, r.name AS route, q.published_at, q.closes_at, coalesce(q.closes_at <= ${actor.asOf}, false) AS closed,
      q.answered_at IS NOT NULL AS answered,
      ${isAskedSql('q')} AS asked, ${isCommissionedSql('q')} AS commissioned, bought.awards, bought.amount
    FROM question q JOIN route r ON r.id = q.route_id
    LEFT JOIN LATERAL (SELECT count(*) AS awards, nullif(sum(a.amount), 0)::int AS amount FROM award a
      WHERE a.question_id = q.id AND a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL) bought ON true
    WHERE q.id IN (${about.questions}) AND ${questionsVisibleSql(actor, 'q')}
      AND q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL`,
    known,
  );
}

/** From what is asked, a line each, and the tables `known` and `best` of what is known. */
export async function readItems(db: Db, asking: Prisma.Sql, known: Prisma.Sql): Promise<ItemsAbout> {
  const [row] = await db.$queryRaw<(Omit<ItemsAbout, 'counts'> & { counts: Partial<Counts> | null })[]>`
    WITH asking AS (${asking}), line AS (
      SELECT *, row_number() OVER (PARTITION BY asked, commissioned ORDER BY published_at DESC) AS place,
        jsonb_build_object('reference', reference, 'title', title, 'route', route, 'publishedAt', published_at,
          'closesAt', closes_at, 'closed', closed, 'amount', amount) AS shown
      FROM asking
    ), ${known}
    , figure AS (
      SELECT CASE WHEN commissioned THEN 'commission' ELSE 'question' END AS kind, count(*) FROM asking
        WHERE asked OR commissioned GROUP BY 1
      UNION ALL SELECT mark, count FROM known
    )
    SELECT (SELECT jsonb_object_agg(kind, count) FROM figure) AS counts,
      coalesce((SELECT jsonb_agg(shown ORDER BY place) FROM line WHERE asked AND place <= ${SHOWN}), '[]') AS asked,
      coalesce((SELECT jsonb_agg(shown ORDER BY place) FROM line WHERE commissioned AND place <= ${SHOWN}), '[]')
        AS commissions,
      (SELECT count(*)::int FROM asking WHERE answered) AS answered,
      (SELECT coalesce(sum(current), 0)::int FROM known) AS current,
      coalesce((SELECT jsonb_agg(jsonb_build_object('reference', reference, 'title', title, 'year', year,
          'confidence', confidence) ORDER BY confidence DESC NULLS LAST, published_at DESC) FROM best), '[]') AS findings,
      (SELECT jsonb_build_object('knownPence', coalesce(sum(amount), 0), 'costed', count(amount), 'all', count(*))
        FROM asking WHERE awards > 0) AS money`;
  if (!row) throw new Error('an aggregate gives a row');
  return { ...row, counts: { ...noCounts(), ...row.counts } };
}
