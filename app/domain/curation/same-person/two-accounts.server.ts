import type { Db } from '~/platform/db.server';
import { refuse, type Refusal } from '../../refusal';

export interface Account {
  id: string;
  reference: string;
  name: string;
  demonstration: boolean;
  erasedAt: Date | null;
  mergedIntoId: string | null;
}

export const accountSelect = {
  ...{ id: true, reference: true, name: true },
  ...{ demonstration: true, erasedAt: true, mergedIntoId: true },
} as const;

/**
 * Whether the two stand against each other in a question that is not decided: in two bids, or one in a bid and the
 * other with those who asked or who score.
 */
export async function standAgainst(tx: Db, one: string, other: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ against: boolean }[]>`
    WITH part AS (
      SELECT question_id, id::text AS side, lead_id AS person_id FROM bid WHERE withdrawn_at IS NULL
      UNION SELECT b.question_id, b.id::text, m.person_id FROM bid b JOIN bid_member m ON m.bid_id = b.id
        WHERE b.withdrawn_at IS NULL AND m.declined_at IS NULL
      UNION SELECT b.question_id, b.id::text, s.approver_id FROM bid b JOIN bid_sign_off s ON s.bid_id = b.id
        WHERE b.withdrawn_at IS NULL AND s.ended_at IS NULL
      UNION SELECT question_id, 'house', person_id FROM panel_membership WHERE ended_at IS NULL
      UNION SELECT q.id, 'house', t.person_id FROM question q JOIN team_membership t ON t.team_id = q.team_id
        WHERE t.ends_at IS NULL
    )
    SELECT EXISTS (
      SELECT FROM part a JOIN part b ON b.question_id = a.question_id AND b.side <> a.side
      JOIN question q ON q.id = a.question_id
      WHERE a.person_id = ${one}::uuid AND b.person_id = ${other}::uuid
        AND q.decided_at IS NULL AND q.withdrawn_at IS NULL AND q.answered_at IS NULL
    ) AS against`;
  return row?.against ?? false;
}

/** Why two accounts cannot be one person's now; it never says which question, nor which part. */
export function whyNotMerged(kept: Account, merged: Account, against: boolean): Refusal | null {
  if (kept.id === merged.id) return refuse('OneAccount', 'These are one account already.');
  if ([kept, merged].some((one) => one.erasedAt || one.mergedIntoId))
    return refuse('AccountIsGone', 'One of these accounts is gone already.', { stale: true });
  if (kept.demonstration !== merged.demonstration)
    return refuse('AccountsDiffer', 'An account of the demonstration is never a real person’s.');
  return against
    ? refuse(
        'PartsStandAgainst',
        'These accounts cannot be merged now: both have a part in a question that is still running. Try again later.',
      )
    : null;
}
