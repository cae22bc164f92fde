import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { FactDraft } from '../fact';

const NOTICE_DAYS = 7;

interface Row {
  name: string;
  awardId: string;
  questionId: string;
  subjectId: string;
  reference: string | null;
  dueOn: string;
}

const LIVE = Prisma.sql`a.contracted_at IS NOT NULL AND a.withdrawn_at IS NULL AND a.closed_at IS NULL`;
/** Nothing falls due while an award is suspended. */
const RUNS = Prisma.sql`NOT coalesce(soundings.now()::date BETWEEN a.suspended_from AND a.suspended_until, false)`;
const TODAY = Prisma.sql`soundings.now()::date`;

const untold = (name: string, id: Prisma.Sql) => Prisma.sql`NOT EXISTS (
  SELECT FROM fact f WHERE f.noun = 'award' AND f.noun_id = a.id AND f.name = ${name} AND f.data->>'subjectId' = ${id}::text)`;

/** What became due or late in delivery: reports, obligations, tranches; each told once. */
export async function dueInDelivery(tx: Db): Promise<FactDraft[]> {
  const report = Prisma.sql`FROM monitoring_report r JOIN award a ON a.id = r.award_id
    WHERE ${LIVE} AND ${RUNS} AND r.state IN ('due', 'draft', 'queried')`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT 'MonitoringReportIsDue' AS name, a.id AS "awardId", a.question_id AS "questionId", r.id AS "subjectId",
      r.reference, r.due_on::text AS "dueOn" ${report}
      AND r.due_on BETWEEN ${TODAY} AND ${TODAY} + ${NOTICE_DAYS}::int AND ${untold('MonitoringReportIsDue', Prisma.sql`r.id`)}
    UNION ALL SELECT 'MonitoringReportIsOverdue', a.id, a.question_id, r.id, r.reference, r.due_on::text ${report}
      AND r.due_on < ${TODAY} AND ${untold('MonitoringReportIsOverdue', Prisma.sql`r.id`)}
    UNION ALL SELECT 'ObligationIsOverdue', a.id, a.question_id, o.id, o.reference, o.due_on::text
      FROM obligation o JOIN award a ON a.id = o.award_id
      WHERE ${LIVE} AND ${RUNS} AND o.state = 'due' AND o.due_on < ${TODAY} AND ${untold('ObligationIsOverdue', Prisma.sql`o.id`)}
    UNION ALL SELECT 'TrancheIsLate', a.id, a.question_id, t.id, NULL, t.planned_on::text
      FROM tranche t JOIN funding u ON u.id = t.funding_id JOIN award a ON a.id = u.award_id
      WHERE a.withdrawn_at IS NULL AND coalesce(t.actual_on, ${TODAY}) > t.planned_on
        AND ${untold('TrancheIsLate', Prisma.sql`t.id`)}
    LIMIT 200`;
  return rows.map(({ name, awardId, questionId, subjectId, reference, dueOn }) => ({
    name,
    noun: 'award',
    nounId: awardId,
    data: { questionId, subjectId, dueOn, ...(reference ? { reference } : {}) },
  }));
}

/** Rounds of review that have passed their day with a review missing. */
export async function lateReviews(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ deliverableId: string; awardId: string; roundId: string }[]>`
    SELECT d.id AS "deliverableId", m.award_id AS "awardId", r.id AS "roundId"
    FROM review_round r JOIN deliverable d ON d.id = r.deliverable_id AND d.accepted_at IS NULL AND d.returned_at IS NULL
      JOIN milestone m ON m.id = d.milestone_id JOIN award a ON a.id = m.award_id
    WHERE ${LIVE} AND r.due_on < ${TODAY} AND EXISTS (SELECT FROM review v WHERE v.round_id = r.id AND v.given_at IS NULL)
      AND NOT EXISTS (SELECT FROM review_round later WHERE later.deliverable_id = d.id AND later.number > r.number)
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'deliverable' AND f.noun_id = d.id
                      AND f.name = 'ReviewIsLate' AND f.data->>'roundId' = r.id::text)
    LIMIT 100`;
  return rows.map(({ deliverableId, awardId, roundId }) => ({
    name: 'ReviewIsLate',
    noun: 'deliverable',
    nounId: deliverableId,
    data: { awardId, roundId },
  }));
}
