import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { isoDay } from '../../uk-time';
import { readItems, type About, type ItemsAbout } from '../items-about.server';
import { SHOWN_FINDINGS } from '../known-about.server';
import { numberThenSql } from '../../knowledge/finding-then.server';
import type { OnDay } from './on-day';
import { knownOfTermOnDay } from './known-on-day.server';
import {
  askedByThenSql,
  closingThenSql,
  heldThenSql,
  noticedByThenSql,
  settledByThenSql,
  stoodThenSql,
} from './items-by-then.server';

/** As `loadItemsAbout`, of a past day: what was asked, bought and known then, as it stood then. */
export const loadItemsOnDay = (db: Db, actor: Actor, about: About, on: OnDay): Promise<ItemsAbout> =>
  readItems(
    db,
    askedThen(actor, about.questions, on),
    about.termId === undefined
      ? knownThen(actor, about.findings, on)
      : knownOfTermOnDay(about.termId, !readsPublished(actor), on),
  );

/** Findings `f` that the actor may know of and that stood then; outside the network, that were released by then. */
export const knownByThenSql = (actor: Actor, until: Date): Prisma.Sql => Prisma.sql`
  ${stoodThenSql('f', until)} AND ${findingsVisibleSql(actor, 'f')}
  ${readsPublished(actor) ? Prisma.empty : Prisma.sql`AND f.released_at < ${until}`}`;

const askedThen = (actor: Actor, questions: Prisma.Sql, { until }: OnDay): Prisma.Sql => {
  const closing = closingThenSql('q', until);
  return Prisma.sql`
    SELECT w.*, NOT answered AND awards = 0 AND NOT settled AS asked, NOT answered AND live > 0 AS commissioned FROM (
      SELECT q.reference, q.title, r.name AS route, q.published_at, ${closing} AS closes_at,
        coalesce(${closing} < ${until}, false) AS closed, coalesce(q.answered_at < ${until}, false) AS answered,
        ${settledByThenSql('q', until)} AS settled, bought.awards, bought.live, bought.amount
      FROM question q JOIN route r ON r.id = q.route_id
      LEFT JOIN LATERAL (SELECT count(*) AS awards, nullif(sum(a.amount), 0)::int AS amount,
          count(*) FILTER (WHERE coalesce(a.closed_at >= ${until}, true)) AS live
        FROM award a WHERE a.question_id = q.id AND ${noticedByThenSql(until)}) bought ON true
      WHERE q.id IN (${questions}) AND ${questionsVisibleSql(actor, 'q')} AND ${askedByThenSql('q', until)}) w`;
};

const knownThen = (actor: Actor, findings: Prisma.Sql, { day, until }: OnDay): Prisma.Sql => Prisma.sql`
  standing AS (
    SELECT f.id, f.reference, f.published_at, ${numberThenSql('f', until)} AS number,
      CASE WHEN before.id IS NULL THEN f.confidence ELSE before.confidence END AS confidence,
      coalesce(CASE WHEN before.id IS NULL THEN f.review_by ELSE before.review_by END >= ${isoDay(day)}::date, true) AS current
    FROM finding f ${heldThenSql('f', until)} WHERE f.id IN (${findings}) AND ${knownByThenSql(actor, until)}
  ), known AS (
    SELECT coalesce('finding-' || confidence::text, 'not-appraised') AS mark, count(*),
      count(*) FILTER (WHERE current) AS current FROM standing GROUP BY 1
  ), best AS (
    SELECT f.reference, v.title, v.year, f.confidence, f.published_at
    FROM (SELECT * FROM standing ORDER BY confidence DESC NULLS LAST, published_at DESC LIMIT ${SHOWN_FINDINGS}) f
      JOIN finding_version v ON v.finding_id = f.id AND v.number = f.number
  )`;
