import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../actor';
import { findingsVisibleSql } from '../knowledge/finding-visibility.server';
import { isoDay, ukDay } from '../uk-time';
import { keptFindingsSql, type ToldOf } from './kept-findings.server';
import { findingMarkSql, standsSql } from './chain/item-stage.server';

/** How many findings a page about something shows. */
export const SHOWN_FINDINGS = 5;
/** Of more findings than this, the best are sooner found by walking all from the best on. */
const MANY = 5000;
export const MANY_SQL = Prisma.sql`((SELECT coalesce(sum(count), 0) FROM known) > ${MANY})`;

const BEST_FIRST = Prisma.sql`ORDER BY f.confidence DESC NULLS LAST, f.published_at DESC LIMIT ${SHOWN_FINDINGS}`;
const FROM_VERSIONS = Prisma.sql`JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number`;

/**
 * Two tables of a WITH clause: `known`, how many findings stand by their mark and how many of them are current, and
 * `best`, the few to show. Here of any findings, as far as the actor may see.
 */
export const knownAmong = (ids: Prisma.Sql, actor: Actor): Prisma.Sql => Prisma.sql`
  standing AS (
    SELECT f.id, f.reference, f.confidence, f.published_at, f.current_number, ${findingMarkSql('f')} AS mark,
      coalesce(f.review_by >= ${isoDay(ukDay(actor.asOf))}::date, true) AS current
    FROM finding f WHERE f.id IN (${ids}) AND ${findingsVisibleSql(actor, 'f')} AND ${standsSql('f')}
  ), known AS (
    SELECT mark, count(*), count(*) FILTER (WHERE current) AS current FROM standing GROUP BY mark
  ), best AS (
    SELECT f.reference, v.title, v.year, f.confidence, f.published_at
    FROM (SELECT * FROM standing f ${BEST_FIRST}) f ${FROM_VERSIONS}
  )`;

/** The terms that findings are told of: a term and its parts. */
export const withParts = (termId: string): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM term WHERE id = ${termId}::uuid OR parent_id = ${termId}::uuid)`;

/** `known` of the findings that carry a term or one of its parts, from what is kept counted. */
export function countedOfTerm(termId: string, released: boolean, told: ToldOf): Prisma.Sql {
  return Prisma.sql`
  known AS (
    SELECT mark, sum(findings) AS count, sum(findings) - sum(lapsed) AS current FROM (${keptFindingsSql(told)}) kept
    WHERE profile::uuid[] && ARRAY${withParts(termId)} ${released ? Prisma.sql`AND released` : Prisma.empty}
    GROUP BY mark HAVING sum(findings) <> 0
  )`;
}

/** As `knownAmong`, of the findings that carry a term or one of its parts, with `known` from what is kept counted. */
export function knownOfTerm(termId: string, released: boolean, at: Date): Prisma.Sql {
  const terms = withParts(termId);
  const readable = released ? Prisma.sql`${standsSql('f')} AND f.released_at IS NOT NULL` : standsSql('f');
  return Prisma.sql`
  ${countedOfTerm(termId, released, { day: ukDay(at), past: false })}, walked AS (
    SELECT f.id, f.reference, f.confidence, f.published_at, f.current_number FROM finding f
    WHERE ${MANY_SQL} AND ${readable}
      AND EXISTS (SELECT FROM finding_term x WHERE x.finding_id = f.id AND x.term_id = ANY(ARRAY${terms})) ${BEST_FIRST}
  ), looked_up AS (
    SELECT f.id, f.reference, f.confidence, f.published_at, f.current_number FROM finding f
    WHERE NOT ${MANY_SQL} AND ${readable} AND f.id = ANY(ARRAY(
      SELECT x.finding_id FROM finding_term x WHERE x.term_id = ANY(ARRAY${terms}))) ${BEST_FIRST}
  ), best AS (
    SELECT f.reference, v.title, v.year, f.confidence, f.published_at
    FROM (SELECT * FROM walked UNION ALL SELECT * FROM looked_up) f ${FROM_VERSIONS}
  )`;
}
