import { Prisma } from '~/platform/generated/prisma/client';
import type { Person } from '../../actor';
import { QUEUE_KINDS, type QueueKind } from '../../curation/queue';
import { QUEUE_SQL } from '../../curation/queues/lines.server';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';

export interface QueueFigure {
  kind: QueueKind;
  count: number;
  oldest: Date;
}

/** What waits on the desk; queues in which nothing does are left out. */
export const queueFigures: Prisma.Sql = Prisma.sql`SELECT * FROM (${Prisma.join(
  QUEUE_KINDS.map(
    (kind) =>
      Prisma.sql`SELECT ${kind}::text AS kind, count(*)::int AS count, min(since) AS oldest FROM (${QUEUE_SQL[kind]}) line`,
  ),
  ' UNION ALL ',
)}) counted WHERE count > 0 ORDER BY oldest`;

export interface WeekFigure {
  startsOn: Date;
  endsOn: Date;
  findings: number;
  questions: number;
}

export const WEEKS = 8;

/** What was published in each of the last weeks, Monday to Sunday; counted as the search that it leads to counts. */
export function weekFigures(actor: Person, now: Date): Prisma.Sql {
  const publishedOn = (alias: string) =>
    Prisma.sql`(${Prisma.raw(alias)}.published_at AT TIME ZONE 'Europe/London')::date`;
  return Prisma.sql`
    SELECT w.day::date AS "startsOn", w.day::date + 6 AS "endsOn",
      (SELECT count(*)::int FROM finding f WHERE ${publishedOn('f')} BETWEEN w.day::date AND w.day::date + 6
        AND f.merged_into_id IS NULL AND f.retracted_at IS NULL AND ${findingsVisibleSql(actor, 'f')}) AS findings,
      (SELECT count(*)::int FROM question q WHERE ${publishedOn('q')} BETWEEN w.day::date AND w.day::date + 6
        AND q.merged_into_id IS NULL AND ${questionsVisibleSql(actor, 'q')}) AS questions
    FROM generate_series(date_trunc('week', (${now}::timestamptz AT TIME ZONE 'Europe/London')::date)
        - make_interval(weeks => ${WEEKS - 1}::int),
      (${now}::timestamptz AT TIME ZONE 'Europe/London')::date, interval '1 week') AS w(day)
    ORDER BY w.day DESC`;
}
