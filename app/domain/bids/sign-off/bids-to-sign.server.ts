import type { Db } from '~/platform/db.server';
import { outsideTheHouse } from './outside-the-house.server';

const MOST = 20;

interface ToSign {
  reference: string;
  title: string;
  lead: string;
}

/** The bids that wait for a person's signature while they can be submitted. */
export async function bidsToSign(db: Db, personId: string, now: Date): Promise<ToSign[]> {
  const rows = await db.$queryRaw<(ToSign & { questionId: string })[]>`
    SELECT b.reference, q.title, l.name AS lead, q.id AS "questionId" FROM bid_sign_off s
    JOIN bid b ON b.id = s.bid_id JOIN question q ON q.id = b.question_id JOIN person l ON l.id = b.lead_id
    JOIN person p ON p.id = ${personId}::uuid AND p.verified_at IS NOT NULL
    WHERE s.ended_at IS NULL AND s.signed_at IS NULL AND s.returned_at IS NULL
      AND (s.approver_id = p.id OR s.address IN (
        SELECT e.address FROM person_email e WHERE e.person_id = p.id AND e.verified_at IS NOT NULL))
      AND q.closes_at > ${now} AND q.opened_at IS NULL AND q.withdrawn_at IS NULL
    ORDER BY q.closes_at, b.id LIMIT ${MOST}`;
  const shown = await Promise.all(
    rows.map(async (row) => ({ row, outside: await outsideTheHouse(db, row.questionId, [personId]) })),
  );
  return shown
    .filter(({ outside }) => outside.length > 0)
    .map(({ row: { reference, title, lead } }) => ({ reference, title, lead }));
}
