import type { Db } from '~/platform/db.server';
import { awardRecord, lockedAward, type AwardRecord } from '../load-award.server';
import type { Milestone } from './milestone';

export interface DeliverableRecord {
  id: string;
  reference: string;
  title: string;
  summary: string;
  limits: string;
  deliveredAt: Date;
  deliveredById: string;
  deliveredByName: string;
  reviewedAt: Date | null;
  reviewedById: string | null;
  reviewedByName: string | null;
  reviewNote: string | null;
  acceptedAt: Date | null;
  acceptedByName: string | null;
  returnedAt: Date | null;
  returnedReason: string | null;
  award: AwardRecord;
  milestone: Milestone;
}

type Row = Omit<DeliverableRecord, 'award' | 'milestone'> & { awardReference: string };

async function rowOf(db: Db, reference: string): Promise<Row | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT d.id, d.reference, d.title, d.summary, d.limits, d.delivered_at AS "deliveredAt",
      d.delivered_by_id AS "deliveredById", deliverer.name AS "deliveredByName", d.reviewed_at AS "reviewedAt",
      d.reviewed_by_id AS "reviewedById", reviewer.name AS "reviewedByName", d.review_note AS "reviewNote",
      d.accepted_at AS "acceptedAt", accepter.name AS "acceptedByName", d.returned_at AS "returnedAt",
      d.returned_reason AS "returnedReason", a.reference AS "awardReference"
    FROM deliverable d JOIN milestone m ON m.id = d.milestone_id JOIN award a ON a.id = m.award_id
    JOIN person deliverer ON deliverer.id = d.delivered_by_id
    LEFT JOIN person reviewer ON reviewer.id = d.reviewed_by_id
    LEFT JOIN person accepter ON accepter.id = d.accepted_by_id
    WHERE d.reference = ${reference}`;
  return row ?? null;
}

const within = (row: Row | null, award: AwardRecord | null): DeliverableRecord | null => {
  const milestone = award?.milestones.find(({ deliverables }) =>
    deliverables.some((one) => one.reference === row?.reference),
  );
  return row && award && milestone ? { ...row, award, milestone } : null;
};

export async function deliverableRecord(db: Db, reference: string): Promise<DeliverableRecord | null> {
  const row = await rowOf(db, reference);
  return within(row, row && (await awardRecord(db, row.awardReference)));
}

/** Read again once the lock is held. */
export async function lockedDeliverable(tx: Db, reference: string): Promise<DeliverableRecord | null> {
  const known = await rowOf(tx, reference);
  const award = known && (await lockedAward(tx, known.awardReference));
  return within(await rowOf(tx, reference), award);
}
