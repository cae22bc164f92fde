import { z } from 'zod';
import type { Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { staleReason, type RaterRole, type StaleReason } from '../rating';
import { summarise, type RatingSummary } from '../rating-summary';
import { ENOUGH, MIDDLE } from '../shrinkage';

interface Row {
  priority: string;
  name: string;
  document: string;
  setEndsOn: Date | null;
  personId: string;
  rater: string;
  value: number | null;
  certainty: number;
  reason: string;
  role: RaterRole;
  interest: boolean;
  changedAt: Date;
  ratedNumber: number;
  currentNumber: number;
  grandMean: number | null;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  fitted: number | null;
  fittedAt: Date | null;
  apartAt: number | null;
  note: string | null;
}

/** What the ratings say once it is allowed for who gave them. */
export interface AdjustedFigure {
  estimate: number;
  lower: number;
  upper: number;
  ratings: number;
  fittedAt: Date;
}

export interface ShownRating {
  rater: string;
  isOwn: boolean;
  value: number | null;
  certainty: number;
  reason: string;
  role: RaterRole;
  interest: boolean;
  stale: StaleReason | null;
  ratedNumber: number;
  changedAt: Date;
  /** Stood far from the others at this value, and was invited to say why. */
  apart: { value: number; note: string | null } | null;
}

export interface PriorityRatings {
  priority: { reference: string; name: string; document: string };
  summary: RatingSummary;
  /** For members only: it is learnt from ratings that the public knows nothing of. */
  adjusted: AdjustedFigure | null;
  /** Named and with their reasons, for members only. */
  ratings: ShownRating[];
}

function adjustedOf({ estimate, lower, upper, fitted, fittedAt }: Row): AdjustedFigure | null {
  if (estimate === null || lower === null || upper === null || fitted === null || !fittedAt) return null;
  return fitted < ENOUGH ? null : { estimate, lower, upper, ratings: fitted, fittedAt };
}

function groupOf(rows: Row[], actor: Actor, now: Date): PriorityRatings {
  const [first] = rows;
  if (!first) throw new Error('a group has a rating');
  const shown = rows.map((row): ShownRating => ({
    rater: row.rater,
    isOwn: actor.kind === 'person' && actor.id === row.personId,
    value: row.value,
    certainty: row.certainty,
    reason: row.reason,
    role: row.role,
    interest: row.interest,
    stale: staleReason(row, now),
    ratedNumber: row.ratedNumber,
    changedAt: row.changedAt,
    apart: row.apartAt === null ? null : { value: row.apartAt, note: row.note },
  }));
  const countable = shown.map(({ value, role, interest, stale }) => ({
    value,
    role,
    interest,
    stale: stale !== null,
  }));
  const { priority: reference, name, document } = first;
  return {
    priority: { reference, name, document },
    summary: summarise(countable, first.grandMean ?? MIDDLE),
    adjusted: readsPublished(actor) ? adjustedOf(first) : null,
    ratings: readsPublished(actor) ? shown : [],
  };
}

/** The public is told what three or more say, and nothing of how many others there are. */
const forPublic = (groups: PriorityRatings[]): PriorityRatings[] =>
  groups
    .filter(({ summary }) => summary.counted >= ENOUGH)
    .map((group) => ({ ...group, summary: { ...group.summary, cannotJudge: 0, withInterest: 0, stale: 0 } }));

/** What people say a finding matters to each priority. */
export const findingRatings = query({
  name: 'ratings.finding-ratings',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => findingsVisibleSql(actor),
  read: async ({ db, actor, scope, input, now }) => {
    const rows = await db.$queryRaw<Row[]>`
      SELECT pr.reference AS priority, pr.name, s.document, s.ends_on AS "setEndsOn", r.person_id AS "personId",
        p.name AS rater, r.value, r.certainty, r.reason, r.rater_role::text AS role,
        r.interest_declared AS interest, r.changed_at AS "changedAt", v.number AS "ratedNumber",
        f.current_number AS "currentNumber",
        i.estimate, i.lower, i.upper, i.ratings AS fitted, fit.fitted_at AS "fittedAt",
        o.value AS "apartAt", o.note,
        (SELECT avg(x.value)::float8 FROM rating x JOIN finding y ON y.id = x.finding_id
          WHERE y.released_at IS NOT NULL AND NOT x.interest_declared) AS "grandMean"
      FROM finding f
        JOIN rating r ON r.finding_id = f.id
        JOIN finding_version v ON v.id = r.version_id
        JOIN person p ON p.id = r.person_id
        JOIN priority pr ON pr.id = r.priority_id
        JOIN priority_set s ON s.id = pr.priority_set_id
        LEFT JOIN rating_fit fit ON fit.priority_set_id = s.id
        LEFT JOIN rating_fit_item i ON i.fit_id = fit.id AND i.finding_id = f.id AND i.priority_id = pr.id
        LEFT JOIN rating_outlier o ON o.rating_id = r.id
      WHERE f.reference = ${input.reference} AND ${scope}
      ORDER BY s.starts_on DESC, pr.position, r.changed_at DESC`;
    const priorities = [...new Set(rows.map(({ priority }) => priority))];
    const groups = priorities.map((one) =>
      groupOf(
        rows.filter(({ priority }) => priority === one),
        actor,
        now,
      ),
    );
    return readsPublished(actor) ? groups : forPublic(groups);
  },
});
