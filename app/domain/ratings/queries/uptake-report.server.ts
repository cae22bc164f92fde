import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { readsPublished } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { UPTAKE_KINDS, type UptakeKind } from '../uptake/uptake';

export interface UptakeLine {
  reference: string;
  title: string;
  recommendation: string | null;
  decision: string | null;
  action: string | null;
  outcome: string | null;
  cursor: string;
}

const PAGE = 25;
const MOST_LINES = 5000;

/** Findings that stand and the reader may know of: the denominator. */
const counted = (scope: Prisma.Sql) =>
  Prisma.sql`f.published_at IS NOT NULL AND f.retracted_at IS NULL AND f.superseded_at IS NULL AND ${scope}`;

/** All of them, for whoever reads what is published: as it is kept counted, and merged ones, which that leaves out. */
const ALL = Prisma.sql`((SELECT coalesce(sum(findings), 0) FROM finding_tally)
    + (SELECT coalesce(sum(change), 0) FROM finding_tally_change)
    + (SELECT count(*) FROM finding f WHERE f.merged_into_id IS NOT NULL AND ${counted(Prisma.sql`true`)}))::int`;

/** When each finding that anything became of reached each step: the rows that every number is counted from. */
const STEPS = Prisma.sql`(SELECT s.finding_id,
    min(s.happened_on) FILTER (WHERE s.kind = 'recommendation')::text AS recommendation,
    min(s.happened_on) FILTER (WHERE s.kind = 'decision')::text AS decision,
    min(s.happened_on) FILTER (WHERE s.kind = 'action')::text AS action,
    min(s.happened_on) FILTER (WHERE s.kind = 'outcome')::text AS outcome
  FROM uptake_step s WHERE s.withdrawn_at IS NULL GROUP BY s.finding_id)`;

const NO_STEP = Prisma.sql`(SELECT NULL::uuid AS finding_id, NULL::text AS recommendation, NULL::text AS decision,
    NULL::text AS action, NULL::text AS outcome)`;

const lines = (
  scope: Prisma.Sql,
  step: UptakeKind | undefined,
  place: Prisma.Sql,
  most: number,
) => Prisma.sql`
  SELECT f.reference, v.title, s.recommendation, s.decision, s.action, s.outcome, f.id AS cursor
  FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
    ${
      step
        ? Prisma.sql`JOIN ${STEPS} s ON s.finding_id = f.id AND s.${Prisma.raw(step)} IS NOT NULL`
        : Prisma.sql`CROSS JOIN ${NO_STEP} s`
    }
  WHERE ${counted(scope)} ${place} ${step ? Prisma.empty : WITHOUT_RECOMMENDATION}
  ORDER BY f.id DESC LIMIT ${most}`;

const WITHOUT_RECOMMENDATION = Prisma.sql`AND NOT EXISTS (SELECT FROM uptake_step s
  WHERE s.finding_id = f.id AND s.kind = 'recommendation' AND s.withdrawn_at IS NULL)`;

const stepInput = z.enum(UPTAKE_KINDS).optional();

/** How many findings reached each step, and those behind one number, a page at a time. */
export const uptakeReport = query({
  name: 'ratings.uptake-report',
  input: z.strictObject({
    step: z.enum([...UPTAKE_KINDS, 'none']).default('recommendation'),
    after: z.uuid().optional(),
  }),
  visibleTo: (actor) => (readsPublished(actor) ? findingsVisibleSql(actor) : null),
  read: async ({ db, scope, input }) => {
    if (!scope) return null;
    const step = stepInput.parse(input.step === 'none' ? undefined : input.step);
    const place = input.after ? Prisma.sql`AND f.id < ${input.after}::uuid` : Prisma.empty;
    const [totals, rows] = await Promise.all([
      db.$queryRaw<Record<UptakeKind | 'all', number>[]>`
        SELECT ${ALL} AS all,
          count(s.recommendation)::int AS recommendation, count(s.decision)::int AS decision,
          count(s.action)::int AS action, count(s.outcome)::int AS outcome
        FROM ${STEPS} s JOIN finding f ON f.id = s.finding_id WHERE ${counted(scope)}`,
      db.$queryRaw<UptakeLine[]>(lines(scope, step, place, PAGE + 1)),
    ]);
    const counts = totals[0] ?? { all: 0, recommendation: 0, decision: 0, action: 0, outcome: 0 };
    const shown = rows.slice(0, PAGE);
    return {
      step: input.step,
      all: counts.all,
      steps: UPTAKE_KINDS.map((kind, index) => ({
        kind,
        count: counts[kind],
        before: index === 0 ? counts.all : counts[UPTAKE_KINDS[index - 1] ?? kind],
      })),
      findings: shown,
      next: rows.length > PAGE ? (shown.at(-1)?.cursor ?? null) : null,
    };
  },
});
export type UptakeReport = NonNullable<Awaited<ReturnType<typeof uptakeReport.read>>>;

/** Every finding that reached a step at all, for a file. */
export const uptakeLines = query({
  name: 'ratings.uptake-lines',
  input: z.strictObject({}),
  visibleTo: (actor) => (readsPublished(actor) ? findingsVisibleSql(actor) : null),
  read: async ({ db, scope }) =>
    scope ? db.$queryRaw<UptakeLine[]>(lines(scope, 'recommendation', Prisma.empty, MOST_LINES)) : null,
});
