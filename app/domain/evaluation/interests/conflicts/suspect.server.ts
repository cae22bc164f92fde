import type { Saving } from '../../../command.server';
import { keyOf, wordsOf } from './evidence-words';
import { foundEvidence } from './found-evidence.server';

/**
 * Looks for conflicts in one opened competition, whose row the caller holds, and writes what is new. What was
 * dismissed is raised again by new evidence alone. Returns how many came up.
 */
export async function suspectConflicts(
  { tx, now, newId, newReference, record }: Omit<Saving, 'actor'>,
  questionId: string,
): Promise<number> {
  const found = await foundEvidence(tx, questionId);
  if (found.length === 0) return 0;
  const rows = new Map<string, Record<string, unknown>>();
  for (const { personId, bidId, kind } of found)
    rows.set([personId, bidId, kind].join(), {
      ...{ id: newId(), reference: newReference() },
      ...{ person_id: personId, bid_id: bidId, kind },
    });
  await tx.$executeRaw`
    INSERT INTO conflict (id, reference, question_id, person_id, bid_id, kind, suspected_at)
    SELECT r.id, r.reference, ${questionId}::uuid, r.person_id, r.bid_id, r.kind, ${now}
    FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
      AS r(id uuid, reference text, person_id uuid, bid_id uuid, kind "InterestKind")
    ON CONFLICT (question_id, person_id, coalesce(bid_id, question_id), kind) DO NOTHING`;
  const evidence = found.map((one) => ({
    ...{ person_id: one.personId, bid_id: one.bidId, kind: one.kind },
    ...{ key: keyOf(one), words: wordsOf(one) },
  }));
  const fresh = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO conflict_evidence (conflict_id, key, words, found_at)
    SELECT x.id, e.key, e.words, ${now} FROM jsonb_to_recordset(${JSON.stringify(evidence)}::jsonb)
      AS e(person_id uuid, bid_id uuid, kind "InterestKind", key text, words text)
    JOIN conflict x ON x.question_id = ${questionId}::uuid AND x.person_id = e.person_id AND x.bid_id = e.bid_id
      AND x.kind = e.kind
    ON CONFLICT DO NOTHING RETURNING conflict_id AS id`;
  const ids = [...new Set(fresh.map(({ id }) => id))];
  await tx.$executeRaw`UPDATE conflict SET suspected_at = ${now} WHERE id = ANY(${ids}::uuid[])
    AND (suspected_at IS NULL OR dismissed_at >= suspected_at)`;
  const count = await tx.conflict.count({
    where: { id: { in: ids }, suspectedAt: now, confirmedAt: null },
  });
  if (count > 0)
    record({ name: 'ConflictsWereSuspected', noun: 'question', nounId: questionId, data: { count } });
  return count;
}
