import type { Saving } from '../../../command.server';
import type { InterestKind } from '../interest-kind';

interface Declaring {
  questionId: string;
  personId: string;
  /** When the declaration that this one takes the place of was made. */
  before: Date | undefined;
  bids: (string | null)[];
  kinds: InterestKind[];
}

/** The conflicts that a declaration states, in the place of those that the one before it stated. */
export async function recordDeclared(saving: Saving, declaring: Declaring): Promise<void> {
  const { tx, now, newId, newReference } = saving;
  const { questionId, personId, before, bids, kinds } = declaring;
  const stated = { questionId, personId, declaredAt: before ?? now, confirmedAt: null };
  await tx.conflict.deleteMany({ where: { ...stated, suspectedAt: null, decidedById: null } });
  await tx.$executeRaw`
    UPDATE conflict SET declared_at = CASE WHEN suspected_at IS NULL THEN dismissed_at END
    WHERE question_id = ${questionId}::uuid AND person_id = ${personId}::uuid AND declared_at = ${stated.declaredAt}
      AND confirmed_at IS NULL`;
  const rows = bids.flatMap((bid) =>
    kinds.map((kind) => ({ id: newId(), reference: newReference(), bid_id: bid, kind })),
  );
  await tx.$executeRaw`
    INSERT INTO conflict (id, reference, question_id, person_id, bid_id, kind, declared_at)
    SELECT r.id, r.reference, ${questionId}::uuid, ${personId}::uuid, r.bid_id, r.kind, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, reference text, bid_id uuid, kind "InterestKind")
    ON CONFLICT (question_id, person_id, coalesce(bid_id, question_id), kind)
    DO UPDATE SET declared_at = ${now} WHERE conflict.confirmed_at IS NULL`;
}

/** The decision on a declaration is that on each conflict it stated. */
export async function decideDeclared(
  { tx, now }: Saving,
  about: { questionId: string; personId: string; declaredAt: Date },
  { confirmed, reason, by }: { confirmed: boolean; reason: string; by: string },
): Promise<void> {
  await tx.conflict.updateMany({
    where: { ...about, confirmedAt: null },
    data: {
      ...(confirmed ? { confirmedAt: now, dismissedAt: null } : { dismissedAt: now }),
      decidedById: by,
      decisionReason: reason,
    },
  });
}
