import type { Db } from '~/platform/db.server';

export interface BidToConsult {
  id: string;
  reference: string;
  bidder: string;
  question: string;
  asked: boolean;
}

/** Bids that count in the opened, decided questions of a request: before that nobody is told that they exist. */
export const bidsToConsult = (db: Db, requestId: string): Promise<BidToConsult[]> => db.$queryRaw`
  SELECT b.id, b.reference, soundings.bidder_shown(b.id) AS bidder, q.title AS question,
    EXISTS (SELECT FROM information_consultation c WHERE c.request_id = ${requestId}::uuid AND c.bid_id = b.id) AS asked
  FROM information_request_question x
  JOIN question q ON q.id = x.question_id AND q.opened_at IS NOT NULL AND q.decided_at IS NOT NULL
  JOIN bid b ON b.question_id = q.id
  WHERE x.request_id = ${requestId}::uuid AND EXISTS (SELECT FROM bid_submission s
    WHERE s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL)
  ORDER BY q.reference, b.reference`;

/** A consultation with the bid it went to, for its own page; `locked` for the answer. */
export async function consultationRecord(db: Db, reference: string, { locked = false } = {}) {
  if (locked)
    await db.$queryRaw`SELECT FROM information_consultation WHERE reference = ${reference} FOR UPDATE`;
  return db.informationConsultation.findUnique({
    where: { reference },
    include: {
      request: { select: { reference: true } },
      bid: {
        select: {
          id: true,
          reference: true,
          questionId: true,
          members: { select: { personId: true, role: true, acceptedAt: true, declinedAt: true } },
          question: { select: { title: true } },
        },
      },
    },
  });
}
