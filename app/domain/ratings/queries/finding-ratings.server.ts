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
}

export interface PriorityRatings {
  priority: { reference: string; name: string; document: string };
  summary: RatingSummary;
  /** Named and with their reasons, for members only. */
  ratings: ShownRating[];
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
        (SELECT avg(x.value)::float8 FROM rating x JOIN finding y ON y.id = x.finding_id
          WHERE y.released_at IS NOT NULL AND NOT x.interest_declared) AS "grandMean"
      FROM finding f
        JOIN rating r ON r.finding_id = f.id
        JOIN finding_version v ON v.id = r.version_id
        JOIN person p ON p.id = r.person_id
        JOIN priority pr ON pr.id = r.priority_id
        JOIN priority_set s ON s.id = pr.priority_set_id
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
