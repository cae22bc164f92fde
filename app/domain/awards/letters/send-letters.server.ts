import type { Saving } from '../../command.server';

/** Sends the letters of a question that were prepared: sealed with their hash, readable by their bidders alone. */
export async function sendLetters(
  { tx, now, record }: Saving,
  questionId: string,
  sentById: string | null,
): Promise<void> {
  const sent = await tx.$queryRaw<{ id: string; bidId: string }[]>`
    UPDATE decision_letter l SET sent_at = ${now}, sent_by_id = ${sentById}::uuid,
      hash = encode(sha256(convert_to(l.text, 'UTF8')), 'hex')
    FROM bid b WHERE b.id = l.bid_id AND b.question_id = ${questionId}::uuid AND l.sent_at IS NULL
    RETURNING l.id, l.bid_id AS "bidId"`;
  for (const { id, bidId } of sent)
    record({ name: 'DecisionLetterWasSent', noun: 'bid', nounId: bidId, data: { questionId, letterId: id } });
}
