import type { Db } from '~/platform/db.server';
import { openSignOff } from '../../bids/sign-off/open-sign-off.server';
import { outsideTheHouse } from '../../bids/sign-off/outside-the-house.server';
import { pages } from '../addresses';
import { membersOfBid } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const bid = (db: Db, { nounId }: { nounId: string }) =>
  db.bid.findUnique({
    where: { id: nounId },
    select: { id: true, reference: true, questionId: true, question: { select: { title: true } } },
  });

const about = rulesAbout(bid);

/** Whoever is asked now, unless they ask or judge the question: they are never told of a bid. */
async function approverOf(db: Db, { id, questionId }: { id: string; questionId: string }): Promise<string[]> {
  const asked = await openSignOff(db, id);
  return asked?.approverId ? outsideTheHouse(db, questionId, [asked.approverId]) : [];
}

/** A signature is between the bid and its organisation: nobody of those who ask hears of it. */
export const signOffNotices = [
  about('BidSignOffWasAskedFor', async ({ db, thing }) => ({
    personIds: await approverOf(db, thing),
    subject: `Sign a bid: ${thing.question.title}`,
    body: 'You are asked to read a bid of your organisation and to sign it, or to return it with reasons.',
    path: pages.bidSignOff(thing.reference),
  })),
  about(
    'BidSignatureWasVoided',
    async ({ db, thing }) => ({
      personIds: await approverOf(db, thing),
      subject: `Sign a bid again: ${thing.question.title}`,
      body: 'The bid changed after you signed it, so your signature is void. Read it and sign again, or return it.',
      path: pages.bidSignOff(thing.reference),
    }),
    'approver',
  ),
  about(
    'BidSignatureWasVoided',
    async ({ db, thing }) => ({
      personIds: await membersOfBid(db, thing.id),
      actorToo: true,
      subject: `The signature is void: ${thing.question.title}`,
      body: 'The bid changed after it was signed. Whoever signed it has been asked again.',
      path: pages.bidSignOff(thing.reference),
    }),
    'makers',
  ),
  about('BidSignOffWasTakenBack', async ({ db, fact, thing }) => {
    const approver = textOf(fact, 'personId');
    return {
      personIds: approver ? await outsideTheHouse(db, thing.questionId, [approver]) : [],
      subject: `Your signature is no longer asked for: ${thing.question.title}`,
      body: 'The lead of the bid no longer asks you to sign it.',
      path: pages.bids(),
    };
  }),
  about('BidWasSigned', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `Your bid is signed: ${thing.question.title}`,
    body: 'The organisation has signed your bid as it is now. It can be submitted; a change makes the signature void.',
    path: pages.bidSignOff(thing.reference),
  })),
  about('BidSignOffWasReturned', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `Your bid was returned unsigned: ${thing.question.title}`,
    body: 'Whoever you asked to sign says what has to change first.',
    path: pages.bidSignOff(thing.reference),
  })),
];
