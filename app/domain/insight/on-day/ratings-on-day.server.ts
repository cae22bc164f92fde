import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { MIDDLE, PRIOR_STRENGTH } from '../../ratings/shrinkage';
import { SHOWN_RATED, summarised, type RatedFinding, type RatedRow } from '../rated-findings.server';
import { numberThenSql } from '../../knowledge/finding-then.server';
import { heldThenSql } from './items-by-then.server';
import { knownByThenSql } from './items-on-day.server';
import { ratingsThenSql } from './held-then.server';

/**
 * Findings that spoke to a priority by then: of the question they answer and of their author's case, both fixed since
 * they were published, and inside the network of ratings.
 */
export const findingsForPriority = (
  priorityId: string,
  inside: boolean,
  until: Date,
): Prisma.Sql => Prisma.sql`
  SELECT answering.id FROM finding answering JOIN question_priority asked ON asked.question_id = answering.question_id
    WHERE asked.priority_id = ${priorityId}::uuid
  UNION SELECT finding_id FROM priority_case WHERE priority_id = ${priorityId}::uuid
  ${
    inside
      ? Prisma.sql`UNION SELECT r.finding_id FROM (${ratingsThenSql(until)}) r
          WHERE r.priority_id = ${priorityId}::uuid AND r.value > 1`
      : Prisma.empty
  }`;

interface RatedOn {
  priorityId: string;
  /** When the list of the priority ended, as it was known then. */
  setEndsOn: Date | null;
  until: Date;
}

/** As `loadRatedFindings`, of a past day. */
export async function loadRatedOnDay(
  db: Db,
  actor: Actor,
  { priorityId, setEndsOn, until }: RatedOn,
): Promise<RatedFinding[]> {
  const inside = readsPublished(actor);
  const rows = await db.$queryRaw<RatedRow[]>`
    WITH given AS MATERIALIZED (${ratingsThenSql(until)}), grand AS (
      SELECT avg(x.value)::float8 AS mean FROM given x JOIN finding y ON y.id = x.finding_id
      WHERE y.released_at < ${until} AND NOT x.interest_declared
    ), standing AS (
      SELECT f.id, f.reference, f.published_at, ${numberThenSql('f', until)} AS number,
        CASE WHEN before.id IS NULL THEN f.confidence ELSE before.confidence END AS confidence
      FROM finding f ${heldThenSql('f', until)}
      WHERE f.id IN (${findingsForPriority(priorityId, inside, until)}) AND ${knownByThenSql(actor, until)}
    ), rated AS (
      SELECT r.finding_id, sum(r.value) FILTER (WHERE counts) AS total, count(*) FILTER (WHERE counts) AS number,
        jsonb_agg(jsonb_build_object('value', r.value, 'role', r.rater_role, 'interest', r.interest_declared,
          'ratedNumber', v.number, 'currentNumber', f.number, 'changedAt', r.changed_at,
          'setEndsOn', ${setEndsOn}::date)) AS ratings
      FROM given r JOIN standing f ON f.id = r.finding_id JOIN finding_version v ON v.id = r.version_id
      CROSS JOIN LATERAL (SELECT r.value IS NOT NULL AND NOT r.interest_declared AND v.number = f.number AS counts) c
      WHERE r.priority_id = ${priorityId}::uuid GROUP BY r.finding_id
    )
    SELECT f.reference, v.title, v.year, f.confidence::text AS confidence,
      (SELECT mean FROM grand) AS "grandMean", coalesce(rated.ratings, '[]') AS ratings
    FROM standing f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.number
    LEFT JOIN rated ON rated.finding_id = f.id
    ORDER BY rated.number > 0 DESC NULLS LAST,
      (${PRIOR_STRENGTH}::float8 * coalesce((SELECT mean FROM grand), ${MIDDLE}) + coalesce(rated.total, 0))
        / (${PRIOR_STRENGTH}::float8 + coalesce(rated.number, 0)) DESC,
      f.published_at DESC, f.id
    LIMIT ${SHOWN_RATED}`;
  return summarised(rows, inside, until);
}
