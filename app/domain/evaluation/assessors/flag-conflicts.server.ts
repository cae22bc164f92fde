import type { Saving } from '../../command.server';
import type { InterestKind } from '../interests/interest-kind';

interface Flag {
  bidId: string;
  conflict?: InterestKind | undefined;
  words: string;
}

/** What an assessor flags is suspected, with their words, and decided where suspicions are. Said once, it stays. */
export async function flagConflicts(
  { tx, now, newId, newReference }: Saving,
  questionId: string,
  personId: string,
  flags: readonly Flag[],
): Promise<void> {
  const rows = flags.flatMap(({ bidId, conflict, words }) =>
    conflict ? [{ id: newId(), reference: newReference(), bid_id: bidId, kind: conflict, words }] : [],
  );
  if (rows.length === 0) return;
  const flagged = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO conflict (id, reference, question_id, person_id, bid_id, kind, suspected_at)
    SELECT r.id, r.reference, ${questionId}::uuid, ${personId}::uuid, r.bid_id, r.kind, ${now}
    FROM jsonb_to_recordset(${flagged}::jsonb) AS r(id uuid, reference text, bid_id uuid, kind "InterestKind")
    ON CONFLICT (question_id, person_id, coalesce(bid_id, question_id), kind)
    DO UPDATE SET suspected_at = coalesce(conflict.suspected_at, ${now}) WHERE conflict.confirmed_at IS NULL`;
  await tx.$executeRaw`
    INSERT INTO conflict_evidence (conflict_id, key, words, found_at)
    SELECT x.id, 'flagged', r.words, ${now}
    FROM jsonb_to_recordset(${flagged}::jsonb) AS r(bid_id uuid, kind "InterestKind", words text)
    JOIN conflict x ON x.question_id = ${questionId}::uuid AND x.person_id = ${personId}::uuid
      AND x.bid_id = r.bid_id AND x.kind = r.kind
    ON CONFLICT DO NOTHING`;
}
