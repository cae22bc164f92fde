import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { query } from '../../query.server';
import { isAllowed } from '../../policy';
import { maySeePerformance, performanceScope } from '../performance/performance-policy.server';
import { periodOf, periodShape, type Period } from '../performance/period';
import { STAGES, type Stage, type StageFigure } from '../performance/stages';
import { toldAtSql } from '../../questions/question-state.server';

const SLOWEST = 3;

export interface SlowStage {
  stage: Stage;
  reference: string;
  title: string;
  days: number;
}

/**
 * Stages that ended in the period, each as long as the stored instants say. What is decided shows once it is told,
 * as everywhere: until then the stage has not ended.
 */
const stagesSql = (scope: Prisma.Sql, { from, to }: Period): Prisma.Sql => Prisma.sql`WITH stay AS (
  SELECT s.stage, q.id, q.reference, q.title, extract(epoch FROM s.ended - s.began)::float8 / 86400 AS days
  FROM question q JOIN route r ON r.id = q.route_id
    LEFT JOIN LATERAL (SELECT ${toldAtSql('q')} AS at) told ON true
    CROSS JOIN LATERAL (VALUES
      ('drafting', q.created_at, q.submitted_at),
      ('approval', q.submitted_at, q.published_at),
      ('open', q.published_at, CASE WHEN q.closes_at <= soundings.now() THEN least(q.closes_at, q.withdrawn_at) END),
      ('sealed', CASE WHEN r.takes_bids THEN q.closes_at END, q.opened_at),
      ('opened', q.opened_at, q.evaluation_started_at),
      ('evaluation', q.evaluation_started_at, told.at),
      ('contracting', told.at, q.delivery_started_at),
      ('delivery', q.delivery_started_at, q.answered_at)) s(stage, began, ended)
  WHERE ${scope} AND q.published_at IS NOT NULL AND s.ended >= s.began
    AND (s.ended AT TIME ZONE 'Europe/London')::date BETWEEN ${from}::date AND ${to}::date)`;

/** How long questions stay in each stage, and which stayed longest. */
export const stageDurations = query({
  name: 'insight.stage-durations',
  input: z.strictObject(periodShape),
  visibleTo: (actor) => (isAllowed(maySeePerformance(actor)) ? performanceScope(actor) : null),
  read: async ({ db, scope, input, now }) => {
    if (!scope) return null;
    const period = periodOf(input, now);
    const stays = stagesSql(scope.sql, period);
    const figures = await db.$queryRaw<StageFigure[]>`${stays}
      SELECT stage, count(*)::int AS questions, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median,
        percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS ninety FROM stay GROUP BY stage`;
    const slowest = await db.$queryRaw<SlowStage[]>`${stays}
      SELECT stage, reference, title, days FROM (
        SELECT stay.*, row_number() OVER (PARTITION BY stage ORDER BY days DESC, id) AS place FROM stay) placed
      WHERE place <= ${SLOWEST} ORDER BY stage, place`;
    const names = Object.keys(STAGES) as Stage[];
    return {
      period,
      all: scope.all,
      stages: names.map((stage) => ({
        stage,
        figure: figures.find((one) => one.stage === stage) ?? null,
        slowest: slowest.filter((one) => one.stage === stage),
      })),
    };
  },
});
