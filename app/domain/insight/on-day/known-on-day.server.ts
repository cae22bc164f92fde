import { Prisma } from '~/platform/generated/prisma/client';
import { isoDay } from '../../uk-time';
import { keptFindingsSql, toldBy, type ToldOf } from '../kept-findings.server';
import { countedOfTerm, MANY_SQL, SHOWN_FINDINGS, withParts } from '../known-about.server';
import { standsSql } from '../chain/item-stage.server';
import { numberThenSql } from '../../knowledge/finding-then.server';
import type { OnDay } from './on-day';

/** The confidence that a mark tells of. */
const CONFIDENCE = Prisma.sql`CASE WHEN s.mark <> 'not-appraised' THEN replace(s.mark, 'finding-', '')::"Confidence" END`;

/** As `knownOfTerm`, of a past day: from what is kept counted, with the best of those that stood then. */
export function knownOfTermOnDay(termId: string, released: boolean, on: OnDay): Prisma.Sql {
  const told = toldBy(on);
  const fitting = Prisma.sql`s.terms && ARRAY${withParts(termId)} ${released ? Prisma.sql`AND s.released` : Prisma.empty}`;
  const since = Prisma.sql`s.since <= ${isoDay(told.day)}::date`;
  const still = (['high', 'moderate', 'low', null] as const).map((confidence) => {
    const same = confidence ? Prisma.sql`= ${confidence}::"Confidence"` : Prisma.sql`IS NULL`;
    return Prisma.sql`(SELECT f.id, f.confidence, f.published_at FROM finding f JOIN tallied_finding s ON s.finding = f.id
      WHERE ${MANY_SQL} AND ${standsSql('f')} AND f.confidence ${same} AND f.published_at < ${on.until} AND ${since} AND ${fitting}
        AND EXISTS (SELECT FROM known WHERE mark = ${confidence ? `finding-${confidence}` : 'not-appraised'})
      ORDER BY f.confidence DESC NULLS LAST, f.published_at DESC LIMIT ${SHOWN_FINDINGS})`;
  });
  const few = Prisma.sql`SELECT f.id, f.confidence, f.published_at FROM tallied_finding s JOIN finding f ON f.id = s.finding
    WHERE NOT ${MANY_SQL} AND ${since} AND ${fitting} AND s.finding = ANY(ARRAY(
      SELECT x.finding_id FROM finding_term x WHERE x.term_id = ANY(ARRAY${withParts(termId)})))`;
  const otherwise = Prisma.sql`SELECT f.id, ${CONFIDENCE}, f.published_at FROM finding_past s JOIN finding f ON f.id = s.finding
    WHERE s.held_from <= ${isoDay(told.day)}::date AND s.held_until > ${isoDay(told.day)}::date AND ${fitting}`;
  return Prisma.sql`
  ${countedOfTerm(termId, released, told)}, found AS (${Prisma.join([...still, few, otherwise], ' UNION ALL ')}), best AS (
    SELECT f.reference, v.title, v.year, b.confidence, f.published_at
    FROM (SELECT * FROM found ORDER BY confidence DESC NULLS LAST, published_at DESC LIMIT ${SHOWN_FINDINGS}) b
      JOIN finding f ON f.id = b.id JOIN finding_version v ON v.finding_id = f.id AND v.number = ${numberThenSql('f', on.until)}
  )`;
}

/** Terms that stand beside one on findings, as column `term_id`, from what is kept counted. */
export const termsBesideSql = (termId: string, told: ToldOf): Prisma.Sql => Prisma.sql`
  SELECT x.term_id FROM (${keptFindingsSql(told)}) kept CROSS JOIN LATERAL unnest(kept.profile::uuid[]) x(term_id)
  WHERE kept.profile::uuid[] @> ARRAY[${termId}::uuid] GROUP BY x.term_id HAVING sum(kept.findings) > 0`;
