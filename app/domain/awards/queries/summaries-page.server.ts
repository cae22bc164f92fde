import { z } from 'zod';
import { isMember, isWalledFromBid } from '../../actor';
import { mayTellBidders } from '../../evaluation/evaluation-policy';
import { query } from '../../query.server';
import { questionForPolicy } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { stateOf } from '../award';
import type { ChallengeOutcome } from '../challenge/challenge';
import type { SummaryContent } from '../summary';

interface Row {
  id: string;
  reference: string;
  bidder: string;
  content: SummaryContent;
  sentAt: Date | null;
}

interface AwardRow {
  bidId: string;
  reference: string;
  bidder: string;
  amount: number;
  noticeAt: Date | null;
  standstillEndsOn: Date | null;
  withdrawnAt: Date | null;
  contractedAt: Date | null;
  closedAt: Date | null;
  extended: boolean;
}

interface ChallengeRow {
  bidId: string;
  reference: string;
  lodgedAt: Date;
  outcome: ChallengeOutcome | null;
}

/** What bidders of a decided question are told and when: the summaries, then the notice. */
export const summariesPage = query({
  name: 'awards.summaries',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    const question = scope ? await questionForPolicy(db, input.reference) : null;
    if (!question) return null;
    const verdict = mayTellBidders(actor, question);
    if (verdict.kind !== 'allow') return verdict.kind === 'deny' ? verdict : null;
    const summaries = await db.$queryRaw<Row[]>`
      SELECT b.id, b.reference, concat_ws(', ', o.name, lead.name) AS bidder, s.content, s.sent_at AS "sentAt"
      FROM assessment_summary s JOIN bid b ON b.id = s.bid_id JOIN person lead ON lead.id = b.lead_id
      LEFT JOIN organisation o ON o.id = b.organisation_id
      WHERE b.question_id = ${question.id}::uuid AND ${question.decidedAt !== null} ORDER BY b.reference`;
    const awards = await db.$queryRaw<AwardRow[]>`
      SELECT a.bid_id AS "bidId", a.reference, concat_ws(', ', o.name, lead.name) AS bidder, a.amount, a.notice_at AS "noticeAt",
        a.standstill_ends_on AS "standstillEndsOn", a.withdrawn_at AS "withdrawnAt",
        a.contracted_at AS "contractedAt", a.closed_at AS "closedAt",
        soundings.standstill_is_extended(a.question_id) AS extended
      FROM award a JOIN bid b ON b.id = a.bid_id JOIN person lead ON lead.id = b.lead_id
      LEFT JOIN organisation o ON o.id = b.organisation_id
      WHERE a.question_id = ${question.id}::uuid ORDER BY a.decided_at DESC, a.reference`;
    const challenges = await db.$queryRaw<ChallengeRow[]>`
      SELECT c.bid_id AS "bidId", c.reference, c.lodged_at AS "lodgedAt", c.outcome FROM challenge c
      WHERE c.question_id = ${question.id}::uuid ORDER BY c.lodged_at DESC`;
    const isShown = (bidId: string) => !isWalledFromBid(actor, question.id, bidId);
    const told = awards.filter(({ bidId }) => isShown(bidId));
    const sent = summaries.filter(({ id }) => isShown(id));
    const waiting = told.filter((award) => !award.withdrawnAt && !award.noticeAt).length;
    const unsent = sent.filter(({ sentAt }) => !sentAt).length;
    return {
      reference: question.reference,
      title: question.title,
      decidedAt: question.decidedAt,
      outcome: question.outcome,
      standstillWorkingDays: question.route.standstillWorkingDays,
      summaries: sent.map(({ id: _, ...summary }) => summary),
      awards: told.map(({ bidId: _, ...award }) => ({ ...award, state: stateOf(award, now) })),
      challenges: challenges
        .filter(({ bidId }) => isShown(bidId))
        .map(({ bidId: _, ...challenge }) => challenge),
      may: {
        send: question.decidedAt !== null && unsent > 0,
        giveNotice: waiting > 0 && unsent === 0,
      },
    };
  },
});
