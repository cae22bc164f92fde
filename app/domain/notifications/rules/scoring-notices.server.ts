import type { Db } from '~/platform/db.server';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { biddersOf, membersOfBid, panelOf, unwalled } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const bid = (db: Db, { nounId }: { nounId: string }) =>
  db.bid.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      priceQuery: { select: { answerBy: true } },
      question: { select: { id: true, reference: true, title: true } },
    },
  });
type Bid = NonNullable<Awaited<ReturnType<typeof bid>>>;

const question = (db: Db, { nounId }: { nounId: string }) =>
  db.question.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      title: true,
      replyRound: { select: { closesAt: true } },
      interviewRound: { select: { chooseBy: true } },
    },
  });

const aboutBid = rulesAbout(bid);
const about = rulesAbout(question);

const moderator = async (db: Db, thing: Bid) =>
  unwalled(db, thing.question.id, await panelOf(db, thing.question.id, 'moderator'), thing.id);

/** Evaluators who read this bid: all of them, or those whom it was assigned to. */
async function readersOf(db: Db, thing: Bid): Promise<string[]> {
  const evaluators = await panelOf(db, thing.question.id, 'evaluator');
  const plan = await db.assignmentPlan.count({ where: { questionId: thing.question.id } });
  if (plan === 0) return unwalled(db, thing.question.id, evaluators, thing.id);
  const places = await db.assessment.findMany({
    where: { bidId: thing.id, movedAt: null, refusedAt: null, personId: { in: evaluators } },
    select: { personId: true },
  });
  return unwalled(
    db,
    thing.question.id,
    places.map(({ personId }) => personId),
    thing.id,
  );
}

/** The people of bids that were invited to an interview and have not withdrawn from it. */
async function shortlisted(db: Db, questionId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.person_id AS id FROM interview i
    JOIN bid_member m ON m.bid_id = i.bid_id AND m.accepted_at IS NOT NULL AND m.declined_at IS NULL
    WHERE i.question_id = ${questionId}::uuid AND i.withdrawn_at IS NULL`;
  return rows.map(({ id }) => id);
}

/** What the panel asks one bidder goes to the people of that bid; what they answer, to the panel. */
export const scoringNotices = [
  aboutBid('RequirementsWereChecked', async ({ db, fact, thing }) => {
    const leads = await moderator(db, thing);
    return {
      personIds: leads.includes(fact.actorId ?? '') ? await readersOf(db, thing) : leads,
      subject: `Agree on essential requirements: ${thing.question.title}`,
      body: 'One of the panel has checked whether a bid meets the essential requirements. It counts once another agrees.',
      path: pages.evaluation(thing.question.reference),
    };
  }),
  about('BiddersWereRevealed', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.id, [
      ...(await panelOf(db, thing.id, 'evaluator')),
      ...(await panelOf(db, thing.id, 'moderator')),
    ]),
    subject: `Bidders are named: ${thing.title}`,
    body: 'The scores are agreed, and the names of the bidders are shown from now on.',
    path: pages.evaluation(thing.reference),
  })),
  aboutBid('PriceWasQueried', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `Explain a price: ${thing.question.title}`,
    body: `The panel asks about the price of your bid.${
      thing.priceQuery ? ` Explain it by ${showInstant(thing.priceQuery.answerBy)}.` : ''
    }`,
    path: pages.priceQuestion(thing.reference),
  })),
  aboutBid('PriceWasExplained', async ({ db, thing }) => ({
    personIds: await moderator(db, thing),
    subject: `A price was explained: ${thing.question.title}`,
    body: 'Read the explanation and decide whether the price may stand.',
    path: pages.prices(thing.question.reference),
  })),
  aboutBid('PriceWasDecidedOn', async ({ db, thing }) => ({
    personIds: await membersOfBid(db, thing.id),
    subject: `Your price was decided on: ${thing.question.title}`,
    body: 'The panel has decided about the price of your bid. The reason is on its page.',
    path: pages.priceQuestion(thing.reference),
  })),
  aboutBid('ScoreWasQueried', async ({ db, fact, thing }) => ({
    personIds: await unwalled(db, thing.question.id, [textOf(fact, 'personId')], thing.id),
    subject: `Say more about a score: ${thing.question.title}`,
    body: 'The moderator asks you to explain one of your scores before the meeting. The score itself stays.',
    path: pages.scores(thing.reference),
  })),
  aboutBid('ScoreWasExplained', async ({ db, thing }) => ({
    personIds: await moderator(db, thing),
    subject: `A score was explained: ${thing.question.title}`,
    body: 'An evaluator has answered what you asked about a score.',
    path: pages.disagreement(thing.question.reference),
  })),
  about('RepliesWereInvited', async ({ db, thing }) => ({
    personIds: await biddersOf(db, thing.id),
    subject: `Read the panel’s reasons and reply: ${thing.title}`,
    body: `You can read what the panel says of your bid on the bid’s page.${
      thing.replyRound ? ` You may reply until ${showInstant(thing.replyRound.closesAt)}.` : ''
    }`,
    path: '/bids',
  })),
  aboutBid('ReplyWasSubmitted', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.question.id, await panelOf(db, thing.question.id), thing.id),
    subject: `A bidder has replied: ${thing.question.title}`,
    body: 'Read the reply before the panel agrees its scores.',
    path: pages.replies(thing.question.reference),
  })),
  about('InterviewsWereOffered', async ({ db, thing }) => ({
    personIds: await shortlisted(db, thing.id),
    subject: `Come to an interview: ${thing.title}`,
    body: `Your bid is on the shortlist. Read what the panel will ask, and choose a time${
      thing.interviewRound ? ` by ${showInstant(thing.interviewRound.chooseBy)}` : ''
    }.`,
    path: '/bids',
  })),
  aboutBid('InterviewSlotWasChosen', async ({ db, thing }) => ({
    personIds: await moderator(db, thing),
    subject: `An interview has its time: ${thing.question.title}`,
    body: 'A bidder has chosen a time.',
    path: pages.interviews(thing.question.reference),
  })),
  aboutBid('InterviewWasDeclined', async ({ db, thing }) => ({
    personIds: await moderator(db, thing),
    subject: `A bidder has withdrawn from the interviews: ${thing.question.title}`,
    body: 'The bid is no longer ranked. The reason is on the page of the interviews.',
    path: pages.interviews(thing.question.reference),
  })),
  about('InterviewsWereAgreed', async ({ db, thing }) => ({
    personIds: await panelOf(db, thing.id),
    subject: `The interviews are over: ${thing.title}`,
    body: 'Their scores are final; the ranking can be seen.',
    path: pages.evaluation(thing.reference),
  })),
];
