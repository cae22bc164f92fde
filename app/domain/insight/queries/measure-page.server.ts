import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { cursorInput, listLimit } from '../../cursor';
import { query } from '../../query.server';
import { isAllowed } from '../../policy';
import { measuredSql } from '../performance/measure-rows.server';
import { MEASURE_NAMES, type Measure } from '../performance/measures';
import { maySeePerformance, performanceScope } from '../performance/performance-policy.server';
import { periodOf, periodShape } from '../performance/period';

interface MeasuredRow {
  id: string;
  reference: string;
  title: string;
  route: string;
  at: Date;
  mark: string;
  counted: boolean | null;
  amount: number | null;
}

/** The rows behind one figure, the latest first. */
export const measurePage = query({
  name: 'insight.measure',
  input: z.strictObject({
    ...periodShape,
    measure: z.enum(MEASURE_NAMES as [Measure, ...Measure[]]),
    after: cursorInput.optional(),
    limit: listLimit.default(50),
  }),
  visibleTo: (actor) => (isAllowed(maySeePerformance(actor)) ? performanceScope(actor) : null),
  read: async ({ db, scope, input, now }) => {
    if (!scope) return null;
    const period = periodOf(input, now);
    const [at, id] = input.after?.split('_') ?? [];
    const beyond = at ? Prisma.sql`WHERE (at, id) < (${at}::timestamptz, ${id}::uuid)` : Prisma.empty;
    const rows = await db.$queryRaw<MeasuredRow[]>`
      ${measuredSql(scope.sql, period, input.measure)}
      SELECT id, reference, title, route, at, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS mark, counted, amount::float8 AS amount
      FROM measured ${beyond} ORDER BY at DESC, id DESC LIMIT ${input.limit + 1}`;
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    return {
      measure: input.measure,
      period,
      rows: shown.map(({ mark: _, ...row }) => row),
      next: rows.length > input.limit && last ? `${last.mark}_${last.id}` : null,
    };
  },
});
