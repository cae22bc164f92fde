import type { Db } from '~/platform/db.server';
import type { SignOff } from './sign-off';

interface OpenSignOff extends SignOff {
  nonce: Uint8Array | null;
  contentHash: Uint8Array | null;
}

/** The open request of a bid. One asked by address is theirs who holds that address, confirmed. */
export async function openSignOff(db: Db, bidId: string): Promise<OpenSignOff | null> {
  const [row] = await db.$queryRaw<OpenSignOff[]>`
    SELECT s.id, p.id AS "approverId", p.name AS "approverName", s.address, s.again, s.asked_at AS "askedAt",
      s.signed_at AS "signedAt", s.returned_at AS "returnedAt", s.returned_reason AS "returnedReason",
      s.nonce, s.content_hash AS "contentHash"
    FROM bid_sign_off s
    LEFT JOIN person_email e ON e.address = s.address AND e.verified_at IS NOT NULL
    LEFT JOIN person p ON p.id = coalesce(s.approver_id, e.person_id)
    WHERE s.bid_id = ${bidId}::uuid AND s.ended_at IS NULL`;
  return row ?? null;
}

/** Who signed what stands submitted, and when. */
export async function signerOfSubmission(
  db: Db,
  bidId: string,
): Promise<{ name: string; signedAt: Date } | null> {
  const [row] = await db.$queryRaw<{ name: string; signedAt: Date }[]>`
    SELECT p.name, g.signed_at AS "signedAt" FROM bid_submission s
    JOIN bid_sign_off g ON g.id = s.sign_off_id JOIN person p ON p.id = g.approver_id
    WHERE s.bid_id = ${bidId}::uuid AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL`;
  return row ?? null;
}
