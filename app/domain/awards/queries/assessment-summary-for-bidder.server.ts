import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson } from '../../actor';
import { placeIn } from '../../bids/bid-policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { refusedChallenge } from '../challenge/challenge';
import { awardsOf, lodgedBy } from '../challenge/load-challenge.server';
import type { SummaryContent } from '../summary';

interface Row {
  id: string;
  questionId: string;
  questionReference: string;
  title: string;
  content: SummaryContent;
  sentAt: Date;
  members: { personId: string; role: 'lead' | 'editor' | 'partner'; acceptedAt: Date; declinedAt: null }[];
  winners: {
    reference: string;
    bidder: string;
    content: SummaryContent;
    noticeAt: string;
    standstillEndsOn: string | null;
  }[];
}

/** A bidder's own summary once it was sent; what the winning bids scored joins it when the notice is out. */
export const assessmentSummaryForBidder = query({
  name: 'awards.assessmentSummaryForBidder',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const [row] = await db.$queryRaw<Row[]>`
      SELECT b.id, b.question_id AS "questionId", q.reference AS "questionReference", q.title, s.content, s.sent_at AS "sentAt",
        COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', m.person_id, 'role', m.role,
            'acceptedAt', m.accepted_at, 'declinedAt', m.declined_at))
          FROM bid_member m WHERE m.bid_id = b.id AND m.accepted_at IS NOT NULL AND m.declined_at IS NULL), '[]') AS members,
        COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', a.reference, 'content', w.content,
            'bidder', concat_ws(', ', o.name, lead.name), 'noticeAt', a.notice_at, 'standstillEndsOn', a.standstill_ends_on))
          FROM award a JOIN bid won ON won.id = a.bid_id JOIN assessment_summary w ON w.bid_id = won.id
          JOIN person lead ON lead.id = won.lead_id LEFT JOIN organisation o ON o.id = won.organisation_id
          WHERE a.question_id = q.id AND a.notice_at IS NOT NULL AND a.withdrawn_at IS NULL
            AND won.lot_id IS NOT DISTINCT FROM b.lot_id), '[]') AS winners
      FROM assessment_summary s JOIN bid b ON b.id = s.bid_id JOIN question q ON q.id = b.question_id
      WHERE b.reference = ${input.reference} AND s.sent_at IS NOT NULL`;
    if (!row || placeIn(actor, row) === null) return null;
    const { content, winners } = row;
    const reserve = await db.reservePlace.findFirst({
      where: { bidId: row.id },
      orderBy: { keptAt: 'desc' },
      select: { position: true, until: true, awardedAt: true, releasedAt: true },
    });
    return {
      reference: input.reference,
      question: row.questionReference,
      title: row.title,
      sentAt: row.sentAt,
      content,
      reserve,
      mayChallenge: await challengeable(db, row, now),
      hasLetter: (await db.decisionLetter.count({ where: { bidId: row.id, sentAt: { not: null } } })) > 0,
      winners: winners.map(({ reference, bidder, content: won, noticeAt, standstillEndsOn }) => ({
        reference,
        bidder,
        noticeAt: new Date(noticeAt),
        standstillEndsOn: standstillEndsOn === null ? null : new Date(standstillEndsOn),
        total: won.total,
        quality: won.quality,
        price: won.price,
        amount: won.amount,
        criteria: won.criteria.map(({ name, weight, score }) => ({ name, weight, score })),
      })),
    };
  },
});

/** During the standstill, and after it while a challenge of this bid can be read. */
async function challengeable(db: Db, { id, questionId }: Row, now: Date): Promise<boolean> {
  const lodged = await lodgedBy(db, id);
  return (
    lodged.length > 0 || refusedChallenge(await awardsOf(db, questionId), { bidId: id, lodged }, now) === null
  );
}
