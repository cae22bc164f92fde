import { z } from 'zod';
import { keepOfLosingBids } from '../../bids/keeping/keep-of-losing-bids.server';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { mayTellBidders } from '../../evaluation/evaluation-policy';
import { loadHolidays } from '../../questions/calendar.server';
import { lockedQuestion } from '../../questions/question-stage.server';
import { standstillEnd } from '../../questions/working-days';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { sendLetters } from '../letters/send-letters.server';
import { isoDay, ukDay } from '../../uk-time';

/** The award notice, after every summary was sent. It starts the standstill, of which its day is day 1. */
export const giveNotice = command({
  name: 'awards.giveNotice',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question) return null;
    const awards = await tx.award.findMany({
      where: { questionId: question.id, withdrawnAt: null, noticeAt: null },
      select: { id: true, bidId: true },
    });
    const unsent = await tx.assessmentSummary.count({
      where: { sentAt: null, bid: { questionId: question.id } },
    });
    const sent = await tx.assessmentSummary.count({
      where: { sentAt: { not: null }, bidId: { in: awards.map(({ bidId }) => bidId) } },
    });
    return { question, awards, missing: unsent + awards.length - sent, holidays: await loadHolidays(tx) };
  },
  authorise: (actor, { question }) => mayTellBidders(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: { question, awards, missing, holidays }, now, actor }) => {
    if (awards.length === 0)
      return refuse('NothingToAnnounce', 'There is no award that waits for its notice.');
    if (missing > 0)
      return refuse('SummariesAreNotSent', 'Send every bidder their assessment summary first.');
    const days = question.route.standstillWorkingDays;
    const standstillEndsOn = days > 0 ? standstillEnd(ukDay(now), days, holidays) : null;
    const data = { questionId: question.id, standstillEndsOn: standstillEndsOn && isoDay(standstillEndsOn) };
    return {
      change: {
        reference: question.reference,
        questionId: question.id,
        ids: awards.map(({ id }) => id),
        standstillEndsOn,
        by: isPerson(actor) ? actor.id : null,
      },
      facts: awards.map(({ id, bidId }) => ({
        name: 'AwardNoticeWasGiven',
        noun: 'award' as const,
        nounId: id,
        data: { ...data, bidId },
      })),
    };
  },
  save: async (saving, { reference, questionId, ids, standstillEndsOn, by }) => {
    const noticeAt = saving.now;
    await saving.tx.award.updateMany({ where: { id: { in: ids } }, data: { noticeAt, standstillEndsOn } });
    await keepOfLosingBids(saving, questionId);
    await sendLetters(saving, questionId, by);
    return { reference };
  },
});
