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

const load = async (
  db: Db,
  reference: string,
  loadAward: (db: Db, reference: string) => Promise<AwardRecord | null>,
): Promise<DeliverableRecord | null> => {
  const [known] = await db.$queryRaw<{ awardReference: string }[]>`
    SELECT a.reference AS "awardReference" FROM deliverable d JOIN milestone m ON m.id = d.milestone_id
    JOIN award a ON a.id = m.award_id WHERE d.reference = ${reference}`;
  const award = known ? await loadAward(db, known.awardReference) : null;
  const milestone = award?.milestones.find(({ deliverables }) =>
    deliverables.some((one) => one.reference === reference),
  );
  if (!award || !milestone) return null;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT d.id, d.reference, d.title, d.summary, d.limits, d.delivered_at AS "deliveredAt",
      d.delivered_by_id AS "deliveredById", deliverer.name AS "deliveredByName", d.reviewed_at AS "reviewedAt",
      d.reviewed_by_id AS "reviewedById", reviewer.name AS "reviewedByName", d.review_note AS "reviewNote",
      d.accepted_at AS "acceptedAt", accepter.name AS "acceptedByName", d.returned_at AS "returnedAt",
      d.returned_reason AS "returnedReason"
    FROM deliverable d JOIN person deliverer ON deliverer.id = d.delivered_by_id
    LEFT JOIN person reviewer ON reviewer.id = d.reviewed_by_id
    LEFT JOIN person accepter ON accepter.id = d.accepted_by_id
    WHERE d.reference = ${reference}`;
  return row ? { ...row, award, milestone } : null;
};

export const deliverableRecord = (db: Db, reference: string) => load(db, reference, awardRecord);
export const lockedDeliverable = (tx: Db, reference: string) => load(tx, reference, lockedAward);
