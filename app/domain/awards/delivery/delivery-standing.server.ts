import type { Db } from '~/platform/db.server';
import { ukDay } from '../../uk-time';
import type { AwardRecord } from '../load-award.server';

export interface ClaimOfMilestone {
  milestoneId: string;
  reference: string;
  amount: number;
  state: string;
}

/** How the parts of an award's delivery stand, in one reading. */
export interface DeliveryStanding {
  letter: string | null;
  changesAsked: number;
  plans: number;
  reports: number;
  reportsLate: number;
  obligations: number;
  obligationsLate: number;
  obligationsDisputed: number;
  funders: number;
  tranchesLate: number;
  claims: ClaimOfMilestone[];
}

export async function deliveryStanding(
  db: Db,
  { id }: AwardRecord,
  now: Date,
): Promise<DeliveryStanding | null> {
  const today = ukDay(now);
  const [row] = await db.$queryRaw<DeliveryStanding[]>`
    SELECT (SELECT l.state FROM agreement_letter l WHERE l.award_id = a.id AND l.text_hash IS NOT NULL
        ORDER BY l.number DESC LIMIT 1) AS letter,
      (SELECT count(*) FROM change_request c WHERE c.award_id = a.id AND c.state = 'asked')::int AS "changesAsked",
      (SELECT count(*) FROM award_plan p WHERE p.award_id = a.id)::int AS plans,
      r.number::int AS reports, r.late::int AS "reportsLate",
      o.number::int AS obligations, o.late::int AS "obligationsLate", o.disputed::int AS "obligationsDisputed",
      (SELECT count(*) FROM funding f WHERE f.award_id = a.id)::int AS funders,
      (SELECT count(*) FROM funding f JOIN tranche t ON t.funding_id = f.id
        WHERE f.award_id = a.id AND t.actual_on IS NULL AND t.planned_on < ${today})::int AS "tranchesLate",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('milestoneId', c.milestone_id, 'reference', c.reference,
          'amount', c.amount, 'state', c.state) ORDER BY c.made_at, c.id)
        FROM payment_claim c JOIN milestone m ON m.id = c.milestone_id WHERE m.award_id = a.id), '[]') AS claims
    FROM award a
    CROSS JOIN LATERAL (SELECT count(*) AS number,
        count(*) FILTER (WHERE state IN ('due', 'draft', 'queried') AND due_on < ${today}) AS late
      FROM monitoring_report WHERE award_id = a.id) r
    CROSS JOIN LATERAL (SELECT count(*) AS number, count(*) FILTER (WHERE state = 'due' AND due_on < ${today}) AS late,
        count(*) FILTER (WHERE state = 'disputed') AS disputed
      FROM obligation WHERE award_id = a.id) o
    WHERE a.id = ${id}::uuid`;
  return row ?? null;
}
