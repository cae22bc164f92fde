import { z } from 'zod';
import { query } from '../../query.server';
import { isAllowed } from '../../policy';
import { measuredSql } from '../performance/measure-rows.server';
import { MEASURE_NAMES, noFigure, type Figure } from '../performance/measures';
import { maySeePerformance, performanceScope } from '../performance/performance-policy.server';
import { periodOf, periodShape } from '../performance/period';

/** How commissioning performed in a period: every figure with what it was worked out from. */
export const performancePage = query({
  name: 'insight.performance',
  input: z.strictObject(periodShape),
  visibleTo: (actor) => (isAllowed(maySeePerformance(actor)) ? performanceScope(actor) : null),
  read: async ({ db, scope, input, now }) => {
    if (!scope) return null;
    const period = periodOf(input, now);
    const figures = await db.$queryRaw<Figure[]>`
      ${measuredSql(scope.sql, period)}
      SELECT measure, count(*) FILTER (WHERE counted)::int AS numerator,
        count(*) FILTER (WHERE counted IS NOT NULL)::int AS denominator,
        count(*) FILTER (WHERE counted IS NULL)::int AS excluded, sum(amount)::float8 AS total,
        percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY amount::float8) AS quartiles
      FROM measured GROUP BY measure`;
    const routes = await db.$queryRaw<{ route: string; questions: number }[]>`
      ${measuredSql(scope.sql, period, 'published')}
      SELECT route, count(*)::int AS questions FROM measured GROUP BY route ORDER BY questions DESC, route`;
    return {
      period,
      all: scope.all,
      routes,
      figures: MEASURE_NAMES.map((name) => figures.find(({ measure }) => measure === name) ?? noFigure(name)),
    };
  },
});
