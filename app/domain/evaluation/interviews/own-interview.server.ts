import type { Db } from '~/platform/db.server';
import { bidRecord, lockedBid, type BidRecord } from '../../bids/bid-record.server';

export interface OwnInterview {
  bid: BidRecord;
  interview: { slotId: string | null; withdrawnAt: Date | null; recordedAt: Date | null };
  round: { asks: string; chooseBy: Date };
  /** For everybody, or for this bid, which was excluded since. */
  over: boolean;
  slots: { id: string; startsAt: Date; place: string }[];
}

/** A bid that was invited to an interview, with the times offered to it alone; null for any other. */
export async function ownInterview(db: Db, reference: string, locked: boolean): Promise<OwnInterview | null> {
  const bid = await (locked ? lockedBid : bidRecord)(db, reference);
  const interview =
    bid &&
    (await db.interview.findUnique({
      where: { bidId: bid.id },
      select: {
        slotId: true,
        withdrawnAt: true,
        recordedAt: true,
        question: {
          select: { interviewsAgreedAt: true, interviewRound: { select: { asks: true, chooseBy: true } } },
        },
      },
    }));
  const round = interview?.question.interviewRound;
  if (!interview || !round) return null;
  const slots = await db.interviewSlot.findMany({
    where: { bidId: bid.id },
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, place: true },
  });
  const { question, ...own } = interview;
  return {
    bid,
    interview: own,
    round,
    over: question.interviewsAgreedAt !== null || bid.excludedAt !== null,
    slots,
  };
}
