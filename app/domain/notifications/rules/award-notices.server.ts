import type { Db } from '~/platform/db.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { biddersOf, membersOfBid, teamOf, unwalled, winnersOf } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const question = {
  select: { id: true, reference: true, title: true, seniorResponsibleOwnerId: true },
} as const;

const aboutAward = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.award.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      bidId: true,
      withdrawnReason: true,
      standstillEndsOn: true,
      question,
    },
  }),
);

const aboutSummary = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.bid.findUnique({ where: { id: nounId }, select: { id: true, reference: true, question } }),
);

const aboutDeliverable = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.deliverable.findUnique({
    where: { id: nounId },
    select: {
      reference: true,
      title: true,
      returnedReason: true,
      milestone: { select: { award: { select: { id: true, bidId: true, question } } } },
    },
  }),
);

/** The asking team, but for those with a conflict about the competition or the bid that won. */
export const askers = async (db: Db, questionId: string, bidId: string) =>
  unwalled(db, questionId, await teamOf(db, questionId), bidId);

const standstill = (endsOn: Date | null, then: string): string =>
  endsOn
    ? `The standstill lasts until the end of ${showDate(endsOn)}. ${then}`
    : 'The contract can follow now.';

/** A bidder hears of an outcome from its summary and notice, never from the decision itself. */
const outcomes = [
  aboutSummary('AssessmentSummaryWasSent', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `Your assessment: ${thing.question.title}`,
    body: 'Your bid was assessed. Scores, reasons and feedback by criterion are on its page.',
    path: pages.bid(thing.reference),
  })),
  aboutAward('AwardWasDecided', async ({ db, thing }) => ({
    personIds: await askers(db, thing.question.id, thing.bidId),
    subject: `An award was decided: ${thing.question.title}`,
    body: 'Send every bidder their assessment summary before the award notice.',
    path: pages.award(thing.reference),
  })),
  aboutAward('AwardNoticeWasGiven', async ({ db, thing }) => ({
    personIds: await askers(db, thing.question.id, thing.bidId),
    subject: `Award notice: ${thing.question.title}`,
    body: `The award notice was given. ${standstill(thing.standstillEndsOn, 'Nothing is signed before that; then agree the contract.')}`,
    path: pages.award(thing.reference),
  })),
  aboutAward(
    'AwardNoticeWasGiven',
    async ({ db, thing }) => ({
      personIds: await membersOfBid(db, thing.bidId),
      subject: `Your bid was chosen: ${thing.question.title}`,
      body: `The award is yours. ${standstill(thing.standstillEndsOn, 'Do not start work before the contract: the team that asks prepares it after that day.')} What you deliver, and when, stands on the page of the award.`,
      path: pages.award(thing.reference),
    }),
    'winners',
  ),
  aboutAward(
    'AwardNoticeWasGiven',
    async ({ db, thing }) => ({
      personIds: await biddersOf(db, thing.question.id, thing.bidId),
      subject: `Award notice: ${thing.question.title}`,
      body: 'The award notice was given. How your own bid was assessed is on its page.',
      path: pages.question(thing.question.reference),
    }),
    'other-bidders',
  ),
  aboutSummary('DecisionLetterWasSent', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `A letter about your bid: ${thing.question.title}`,
    body: 'A letter about the decision can be read on its page.',
    path: pages.bidLetter(thing.reference),
  })),
  aboutAward('AwardWasDeclined', async ({ db, thing }) => ({
    personIds: await askers(db, thing.question.id, thing.bidId),
    subject: `The winner declines: ${thing.question.title}`,
    body: `The award was declined: ${thing.withdrawnReason ?? ''}`,
    path: pages.award(thing.reference),
  })),
  aboutSummary('ReservePlaceWasReleased', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `No longer on the reserve list: ${thing.question.title}`,
    body: 'Your bid has left the reserve list without an award. You are free to use what you kept for it.',
    path: pages.bid(thing.reference),
  })),
  aboutAward('AwardDecisionWasWithdrawn', async ({ db, thing }) => ({
    personIds: await askers(db, thing.question.id, thing.bidId),
    subject: `Award decision withdrawn: ${thing.question.title}`,
    body: `The decision was withdrawn: ${thing.withdrawnReason ?? ''}`,
    path: pages.award(thing.reference),
  })),
];

const delivery = [
  aboutAward('ContractWasSigned', async ({ db, thing }) => ({
    personIds: [...(await winnersOf(db, thing.id)), ...(await askers(db, thing.question.id, thing.bidId))],
    subject: `Contract signed: ${thing.question.title}`,
    body: 'The contract is signed and the work can start. Milestones and dates are on the page of the award.',
    path: pages.award(thing.reference),
  })),
  aboutAward('MilestoneIsDue', async ({ db, fact, thing }) => ({
    personIds: [...(await winnersOf(db, thing.id)), ...(await askers(db, thing.question.id, thing.bidId))],
    subject: `Milestone due: ${thing.question.title}`,
    body: `A milestone is due on ${showDate(textOf(fact, 'dueOn') ?? fact.at)}.`,
    path: pages.award(thing.reference),
  })),
  aboutAward('MilestoneWasPaid', async ({ db, thing }) => ({
    personIds: await winnersOf(db, thing.id),
    subject: `Paid: ${thing.question.title}`,
    body: 'A milestone was recorded as paid.',
    path: pages.award(thing.reference),
  })),
  aboutAward('AwardWasClosed', async ({ db, thing }) => ({
    personIds: [...(await winnersOf(db, thing.id)), ...(await askers(db, thing.question.id, thing.bidId))],
    subject: `Award closed: ${thing.question.title}`,
    body: 'Everything that was owed has been delivered and accepted.',
    path: pages.award(thing.reference),
  })),
  aboutDeliverable('DeliverableWasDelivered', async ({ db, thing }) => ({
    personIds: await askers(db, thing.milestone.award.question.id, thing.milestone.award.bidId),
    subject: `Delivered: ${thing.title}`,
    body: 'A deliverable arrived. Review it, then accept or return it.',
    path: pages.deliverable(thing.reference),
  })),
  aboutDeliverable('DeliverableWasReviewed', async ({ db, thing }) => ({
    personIds: await unwalled(
      db,
      thing.milestone.award.question.id,
      [thing.milestone.award.question.seniorResponsibleOwnerId],
      thing.milestone.award.bidId,
    ),
    subject: `Reviewed, for your sign-off: ${thing.title}`,
    body: 'The deliverable was reviewed. Accept or return it.',
    path: pages.deliverable(thing.reference),
  })),
  aboutDeliverable('DeliverableWasAccepted', async ({ db, thing }) => ({
    personIds: await winnersOf(db, thing.milestone.award.id),
    subject: `Accepted: ${thing.title}`,
    body: 'Your deliverable was accepted. What it found can now be put in the knowledge base.',
    path: pages.deliverable(thing.reference),
  })),
  aboutDeliverable('DeliverableWasReturned', async ({ db, thing }) => ({
    personIds: await winnersOf(db, thing.milestone.award.id),
    subject: `Returned: ${thing.title}`,
    body: `Changes are asked for: ${thing.returnedReason ?? ''}`,
    path: pages.deliverable(thing.reference),
  })),
];

export const awardNotices = [...outcomes, ...delivery];
