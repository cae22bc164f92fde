import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { query } from '../../../query.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { knownUntil } from '../../../taxonomy/known-until.server';
import { ukDay } from '../../../uk-time';
import { demandHeading, demandLines, type DemandCount } from '../demand';
import { askedItems, countsUnder, DEMAND_BY, DEMAND_NAMES } from '../demand-items.server';
import { periodsBefore, SPANS } from '../periods';
import { THRESHOLDS, type Threshold } from '../rate-change';

const isThreshold = (value: number): value is Threshold => THRESHOLDS.some((one) => one === value);

export const demandShape = {
  by: z.enum(DEMAND_BY).default('threatArea'),
  per: z.enum(SPANS).default('month'),
  on: z.iso.date().optional(),
  oneIn: z.coerce.number().refine(isThreshold).default(1000),
};

/**
 * Questions published in each period by threat area, level or organisation, and where that changed; or as it was
 * known on a past day. One statement for the figures.
 */
export const demandPage = query({
  name: 'insight.demandPage',
  input: z.strictObject(demandShape),
  visibleTo: (actor) => questionsVisibleSql(actor, 'q'),
  read: async ({ db, scope, input, now }) => {
    const day = input.on === undefined ? ukDay(now) : new Date(input.on);
    if (day > ukDay(now)) return null;
    const known = input.on === undefined ? null : await knownUntil(db, day);
    const periods = periodsBefore(day, input.per);
    const [first, last] = [periods[0], periods.at(-1)];
    if (!first || !last || !isThreshold(input.oneIn)) return null;
    const span = Prisma.raw(`'${input.per}'`);
    const counted = await db.$queryRaw<DemandCount[]>`
      WITH item AS MATERIALIZED (SELECT i.id, i.team_id, date_trunc(${span}, i.day::timestamp)::date AS from
        FROM (${askedItems(scope, { from: first.from, until: last.until }, known)}) i),
      figure(level, key, name, place, "from", count) AS (${countsUnder(input.by, known)}
        UNION ALL SELECT 'all', NULL, NULL, NULL, i.from, count(*)::int FROM item i GROUP BY i.from)
      SELECT level, key, name, place, "from"::text AS "from", count FROM figure
      ORDER BY place NULLS LAST, name NULLS LAST, figure.from`;
    const demand = demandLines(counted, periods, input.oneIn);
    return {
      ...{ ...demand, periods, view: { ...input, oneIn: input.oneIn } },
      noun: DEMAND_NAMES[input.by],
      heading: demandHeading(demand, periods),
    };
  },
});
