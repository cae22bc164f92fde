import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { missingScores } from '../../evaluation/assessment/missing-scores.server';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { coordinators, membersOfBid, panelOf, unwalled } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';
import { signOffNotices } from './sign-off-notices.server';

const bid = (db: Db, { nounId }: { nounId: string }) =>
  db.bid.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      leadId: true,
      excludedReason: true,
      question: { select: { id: true, reference: true, title: true, closesAt: true } },
    },
  });

const about = rulesAbout(bid);

/** Until the opening these go to the people of the bid alone: that a bid exists is secret from everybody else. */
export const bidNotices = [
  about('BidMemberWasInvited', async ({ fact, thing }) => ({
    personIds: [textOf(fact, 'personId')].filter((id) => id !== null),
    subject: `Join a bid: ${thing.question.title}`,
    body: 'You are asked to be part of a bid. You can read it once you have said yes.',
    path: pages.bidInvitation(thing.reference),
  })),
  about('BidInvitationWasAccepted', async ({ thing }) => ({
    personIds: [thing.leadId],
    subject: `Your invitation was accepted: ${thing.question.title}`,
    body: 'Somebody you invited is now part of your bid.',
    path: pages.bid(thing.reference),
  })),
  about('BidInvitationWasDeclined', async ({ thing }) => ({
    personIds: [thing.leadId],
    subject: `Your invitation was declined: ${thing.question.title}`,
    body: 'Somebody you invited will not be part of your bid.',
    path: pages.bid(thing.reference),
  })),
  about('BidIsNotSubmitted', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `Not submitted yet: ${thing.question.title}`,
    body: `Your bid is still a draft${
      thing.question.closesAt ? `, and bids close on ${showInstant(thing.question.closesAt)}` : ''
    }. Only what is submitted before then counts. If you do not go on, discard the draft.`,
    path: pages.bid(thing.reference),
  })),
  about('BidWasSubmitted', async ({ db, fact, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    actorToo: true,
    subject: `Bid received: ${thing.question.title}`,
    body: `Your bid was received on ${showInstant(fact.at)} and is sealed. The signed receipt is on its page.${
      thing.question.closesAt
        ? `\nYou can replace or withdraw it until ${showInstant(thing.question.closesAt)}.`
        : ''
    }`,
    path: pages.bidReceipt(thing.reference),
  })),
  about('BidWasWithdrawn', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    actorToo: true,
    subject: `Bid withdrawn: ${thing.question.title}`,
    body: 'Your bid was withdrawn. Nobody will open it.',
    path: pages.bid(thing.reference),
  })),
  about('BidMemberWasRemoved', async ({ fact, thing }) => {
    const left = fact.data.own === true;
    return {
      personIds: [left ? thing.leadId : textOf(fact, 'personId')].filter((id) => id !== null),
      subject: `${left ? 'Somebody has left your bid' : 'You are no longer part of a bid'}: ${thing.question.title}`,
      body: left
        ? 'One of the people of your bid is no longer part of it.'
        : 'The lead has taken you out of it.',
      path: left ? pages.bid(thing.reference) : pages.question(thing.question.reference),
    };
  }),
  about('BidWasExcluded', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `Bid excluded: ${thing.question.title}`,
    body: `Your bid was excluded: ${thing.excludedReason ?? ''}`,
    path: pages.bid(thing.reference),
  })),
  ...signOffNotices,
  about('PartsOfBidWereKept', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.leadId],
      subject: `Kept of your bid: ${thing.question.title}`,
      body: 'Your bid did not win. What you agreed to have kept is kept now; you can ask for its removal.',
      path: pages.bidKeeping(thing.reference),
    }),
  ),
  about('RemovalOfKeptPartsWasAskedFor', async ({ db, thing }) => {
    const taken = await db.referenceLead.findMany({ where: { bidId: thing.id }, select: { title: true } });
    return {
      personIds: await unwalled(db, thing.question.id, await coordinators(db)),
      subject: 'Remove what was kept of a bid',
      body: `A bidder asks for the removal of what was kept of a bid that did not win. Nothing more comes from it. Look whether to remove: ${taken.map(({ title }) => title).join('; ') || 'no work was taken up, so only datasets that the bidder owns'}.`,
      path: pages.desk(),
    };
  }),
  about(
    'ScoresWereSubmitted',
    async ({ db, thing }) => ({
      personIds: (await allScoresAreIn(db, thing.question.id))
        ? await unwalled(db, thing.question.id, await panelOf(db, thing.question.id, 'moderator'))
        : [],
      subject: `All scores are in: ${thing.question.title}`,
      body: 'Every evaluator has scored every bid. Hold the moderation meeting and record the consensus.',
      path: pages.moderation(thing.question.reference),
    }),
    'all-in',
  ),
];

/** No live evaluator still owes a score on a bid that they may see. */
async function allScoresAreIn(db: Db, questionId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ missing: boolean }[]>`
    SELECT EXISTS (${missingScores(Prisma.sql`${questionId}::uuid`)}) AS missing`;
  return row?.missing === false;
}
