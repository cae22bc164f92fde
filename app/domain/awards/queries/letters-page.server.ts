import { z } from 'zod';
import { isMember, isWalledFromBid } from '../../actor';
import { mayTellBidders } from '../../evaluation/evaluation-policy';
import { query } from '../../query.server';
import { questionForPolicy } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import type { LetterKind } from '../letters/letter-template';

export interface LetterOfBid {
  bidId: string;
  bid: string;
  bidder: string;
  kind: LetterKind;
  text: string;
  changedBy: string | null;
  sentAt: Date | null;
  hash: string | null;
}

/** The letters about a decision: those prepared, and those that were sent, without any behind a wall. */
export const lettersPage = query({
  name: 'awards.letters-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const question = actor && (await questionForPolicy(db, input.reference));
    if (!question) return null;
    const verdict = mayTellBidders(actor, question);
    if (verdict.kind !== 'allow') return verdict.kind === 'deny' ? verdict : null;
    const letters = await db.$queryRaw<LetterOfBid[]>`
      SELECT b.id AS "bidId", b.reference AS bid, concat_ws(', ', o.name, lead.name) AS bidder, t.kind, l.text,
        c.name AS "changedBy", l.sent_at AS "sentAt", l.hash
      FROM decision_letter l JOIN letter_template t ON t.id = l.template_id JOIN bid b ON b.id = l.bid_id
      JOIN person lead ON lead.id = b.lead_id LEFT JOIN organisation o ON o.id = b.organisation_id
      LEFT JOIN person c ON c.id = l.changed_by_id
      WHERE b.question_id = ${question.id}::uuid ORDER BY l.sent_at DESC NULLS FIRST, b.reference`;
    const waiting = await db.$queryRaw<{ open: boolean }[]>`
      SELECT EXISTS (SELECT FROM award a WHERE a.question_id = ${question.id}::uuid AND a.withdrawn_at IS NULL
          AND a.notice_at IS NULL)
        OR EXISTS (SELECT FROM assessment_summary s JOIN bid b ON b.id = s.bid_id
          WHERE b.question_id = ${question.id}::uuid AND s.sent_at IS NULL) AS open`;
    return {
      reference: question.reference,
      title: question.title,
      letters: letters.filter(({ bidId }) => !isWalledFromBid(actor, question.id, bidId)),
      mayPrepare: question.decidedAt !== null && (waiting[0]?.open ?? false),
    };
  },
});
