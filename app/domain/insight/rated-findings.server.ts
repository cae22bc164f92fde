import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../actor';
import { readsPublished } from '../knowledge/finding-policy';
import { findingsVisibleSql } from '../knowledge/finding-visibility.server';
import { staleReason, type RaterRole } from '../ratings/rating';
import { summarise, type RatingSummary } from '../ratings/rating-summary';
import { MIDDLE, PRIOR_STRENGTH } from '../ratings/shrinkage';
import type { FindingLine } from './items-about.server';
import { standsSql } from './chain/item-stage.server';

export interface RatedFinding extends FindingLine {
  summary: RatingSummary;
}

export interface RatedRow extends FindingLine {
  grandMean: number | null;
  ratings: {
    value: number | null;
    role: RaterRole;
    interest: boolean;
    ratedNumber: number;
    currentNumber: number;
    changedAt: string;
    setEndsOn: string | null;
  }[];
}

export const SHOWN_RATED = 10;

/** Findings for a priority, those that matter most to it first: ordered by the shrunk mean, as all such lists. */
export async function loadRatedFindings(
  db: Db,
  actor: Actor,
  { priorityId, findings, now }: { priorityId: string; findings: Prisma.Sql; now: Date },
): Promise<RatedFinding[]> {
  const rows = await db.$queryRaw<RatedRow[]>`
    WITH grand AS (
      SELECT avg(x.value)::float8 AS mean FROM rating x JOIN finding y ON y.id = x.finding_id
      WHERE y.released_at IS NOT NULL AND NOT x.interest_declared
    ), rated AS (
      SELECT r.finding_id, sum(r.value) FILTER (WHERE counts) AS total, count(*) FILTER (WHERE counts) AS number,
        jsonb_agg(jsonb_build_object('value', r.value, 'role', r.rater_role, 'interest', r.interest_declared,
          'ratedNumber', v.number, 'currentNumber', f.current_number, 'changedAt', r.changed_at,
          'setEndsOn', s.ends_on)) AS ratings
      FROM rating r JOIN finding f ON f.id = r.finding_id JOIN finding_version v ON v.id = r.version_id
      JOIN priority p ON p.id = r.priority_id JOIN priority_set s ON s.id = p.priority_set_id
      CROSS JOIN LATERAL (SELECT r.value IS NOT NULL AND NOT r.interest_declared AND v.number = f.current_number
        AS counts) c
      WHERE r.priority_id = ${priorityId}::uuid GROUP BY r.finding_id
    )
    SELECT f.reference, v.title, v.year, f.confidence::text AS confidence,
      (SELECT mean FROM grand) AS "grandMean", coalesce(rated.ratings, '[]') AS ratings
    FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
    LEFT JOIN rated ON rated.finding_id = f.id
    WHERE f.id IN (${findings}) AND ${findingsVisibleSql(actor, 'f')} AND ${standsSql('f')}
    ORDER BY rated.number > 0 DESC NULLS LAST,
      (${PRIOR_STRENGTH}::float8 * coalesce((SELECT mean FROM grand), ${MIDDLE}) + coalesce(rated.total, 0))
        / (${PRIOR_STRENGTH}::float8 + coalesce(rated.number, 0)) DESC,
      f.published_at DESC, f.id
    LIMIT ${SHOWN_RATED}`;
  return summarised(rows, readsPublished(actor), now);
}

/** What the ratings of each say together at an instant, as far as who is outside is told. */
export const summarised = (rows: readonly RatedRow[], inside: boolean, now: Date): RatedFinding[] =>
  rows.map(({ ratings, grandMean, ...finding }) => {
    const countable = ratings.map(({ value, role, interest, changedAt, setEndsOn, ...numbers }) => ({
      value,
      role,
      interest,
      stale:
        staleReason(
          { ...numbers, changedAt: new Date(changedAt), setEndsOn: setEndsOn ? new Date(setEndsOn) : null },
          now,
        ) !== null,
    }));
    const summary = summarise(countable, grandMean ?? MIDDLE);
    return { ...finding, summary: inside ? summary : forPublic(summary) };
  });

/** The public is told what three or more say, and nothing of how many others there are. */
const forPublic = (summary: RatingSummary): RatingSummary => ({
  ...summary,
  counted: summary.mean === null ? 0 : summary.counted,
  cannotJudge: 0,
  withInterest: 0,
  stale: 0,
});
