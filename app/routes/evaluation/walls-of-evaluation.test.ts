import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPrices } from '~/domain/bids/opening.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeBid, openQuestion } from '../../../tests/support/factories/bids';
import { bidderOf } from '../../../tests/support/factories/competitions';
import { declareNothing, makePanel, makeScores, makeWall } from '../../../tests/support/factories/panels';
import { makePerson } from '../../../tests/support/factories/people';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { send, visit } from '../../../tests/support/site';

const store = useDatabase();
const MARK = 'mark-of-the-hidden-bid';

/** A ranked competition with every option, in which replies, interviews, queries and prices tell of each of four bids. */
async function makeWorld() {
  const { db } = store;
  const criterion = { guidance: '', weight: 50, minimum: null };
  const question = await makeQuestion({
    state: 'closed',
    criteria: [
      { ...criterion, name: 'Method' },
      { ...criterion, name: 'Answers', stage: 'interview' as const },
    ],
    data: {
      ...{ replyWorkingDays: 5, replyWords: 60, interviewMode: 'criteria', interviewPlaces: 4 },
      ...{ awardFormula: 'pricePerPoint', lowPricePercent: 30 },
    },
  });
  const bids = [];
  for (const pounds of [20_000, 60_000, 61_000, 62_000]) bids.push(await makeBid({ question, pounds }));
  const panel = await makePanel(question, { declaredAtAward: true });
  const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  await declareNothing(question.id, [coordinator], 'opening');
  await openQuestion(question);
  const now = new Date();
  const later = new Date(now.getTime() + 20 * 86_400_000);
  const earlier = new Date(now.getTime() - 86_400_000);
  const by = panel.moderator.id;
  await db.question.update({
    where: { id: question.id },
    data: { evaluationStartedAt: now },
  });
  await db.replyRound.create({
    data: { questionId: question.id, openedById: by, openedAt: earlier, closesAt: later },
  });
  await db.interviewRound.create({
    data: {
      questionId: question.id,
      asks: 'What first?',
      chooseBy: now,
      invitedById: by,
      invitedAt: earlier,
    },
  });
  const [low, hidden] = bids;
  if (!low || !hidden) throw new Error('four bids were made');
  for (const bid of bids) {
    const text = bid === hidden ? MARK : 'Of another bid.';
    const written = { criteria: question.criteria.slice(0, 1) };
    for (const [nth, one] of panel.evaluators.entries())
      await makeScores(bid, written, one, bid === hidden ? 5 * nth : 3);
    await db.bidReply.create({
      data: {
        ...{ bidId: bid.id, text, savedById: bid.leadId, savedAt: now },
        ...{ submittedAt: now, submittedById: bid.leadId },
      },
    });
    await db.interview.create({
      data: {
        ...{ bidId: bid.id, questionId: question.id, reason: text },
        ...{ recordedById: by, recordedAt: now },
      },
    });
    await db.scoreQuery.create({
      data: {
        ...{ bidId: bid.id, criterionId: question.criteria[0]!.id, personId: panel.evaluators[0].id },
        ...{ note: text, askedById: by, askedAt: earlier },
      },
    });
    await db.priceQuery.create({
      data: {
        ...{ bidId: bid.id, reason: text, askedById: by, askedAt: earlier },
        answerBy: later,
      },
    });
  }
  const settled = { qualityAgreedAt: now, interviewsAgreedAt: now };
  await db.question.update({ where: { id: question.id }, data: settled });
  await db.$transaction((tx) => openPrices(tx, question.id, now));
  return { question, panel, coordinator, low, hidden, bidder: await bidderOf(hidden) };
}

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  world = await makeWorld();
});

const ofQuestion = () => {
  const { reference } = world.question;
  return {
    evaluation: paths.evaluation(reference),
    conflicts: paths.conflicts(reference),
    assessors: paths.assessors(reference),
    assessing: paths.assessing(reference),
    preferences: paths.preferences(reference),
    assignment: paths.assignment(reference),
    assessments: paths.assessments(reference),
    disagreement: paths.disagreement(reference, { show: 'all' }),
    moderation: paths.moderation(reference),
    replies: paths.replies(reference),
    interviews: paths.interviews(reference),
    prices: paths.prices(reference),
    ranking: paths.ranking(reference),
  };
};
const ofBid = ({ reference }: { reference: string }) => ({
  scores: paths.scores(reference),
  consensus: paths.consensus(reference),
  ask: paths.askAboutScore(reference, 1),
  explain: paths.explainScore(reference, 1),
  places: paths.placesOfBid(reference),
  refuse: paths.refuseAssessment(reference),
  interview: paths.interviewRecord(reference),
  reply: paths.bidReply(reference),
  question: paths.priceQuestion(reference),
});
const statusesFor = async (as: string, pages: Record<string, string>) => {
  const found: Record<string, number> = {};
  for (const [name, path] of Object.entries(pages)) found[name] = (await visit(path, { as })).status;
  return found;
};
const all = (pages: object, status: number) =>
  Object.fromEntries(Object.keys(pages).map((name) => [name, status]));

/** What a page shows of the bid: who bids, its address, or what was said of it. */
const tracesIn = async (path: string, as: string) => {
  const { status, html, text } = await visit(path, { as });
  const told = [world.hidden.reference, MARK, `/bids/${world.hidden.reference}`].filter((one) =>
    html.includes(one),
  );
  return { status, told: text.includes(world.bidder) ? [...told, 'bidder'] : told };
};
const READ = ['disagreement', 'replies', 'interviews', 'prices'] as const;

test('without a conflict the moderator reads of the bid on every page of what follows', async () => {
  for (const name of READ) {
    const { status, told } = await tracesIn(ofQuestion()[name], world.panel.moderator.id);
    expect([name, status, told.includes('bidder')]).toEqual([name, 200, true]);
  }
  const prices = await visit(paths.prices(world.question.reference), { as: world.panel.moderator.id });
  expect(prices.text).toContain('below the mean of the other 3 prices');
});

describe('a confirmed conflict about one bid', () => {
  let evaluator: string;
  let moderator: string;
  beforeAll(async () => {
    evaluator = world.panel.evaluators[1].id;
    moderator = world.panel.moderator.id;
    for (const id of [evaluator, moderator, world.panel.owner.id])
      await makeWall(world.question.id, id, world.hidden.id);
  });

  test('takes it out of every list, text and address for those who read the others', async () => {
    for (const as of [moderator, evaluator])
      for (const [name, path] of Object.entries(ofQuestion()))
        expect([name, (await tracesIn(path, as)).told]).toEqual([name, []]);
    for (const name of READ)
      expect((await visit(ofQuestion()[name], { as: moderator })).status, name).toBe(200);
  });

  test('takes its price out of what the others are compared with, and out of their number', async () => {
    for (const as of [moderator, evaluator]) {
      const page = await visit(paths.prices(world.question.reference), { as });
      expect(page.text).toContain('below the mean of the other 2 prices');
      expect(page.text).not.toContain('the other 3 prices');
    }
  });

  test('makes each of its own pages as if it were not there, also to what is sent', async () => {
    for (const as of [moderator, evaluator])
      expect(await statusesFor(as, ofBid(world.hidden))).toEqual(all(ofBid(world.hidden), 404));
    const asked = { person: world.panel.evaluators[0].reference, note: 'Why?' };
    const answer = { answer: 'So.' };
    const pages = ofBid(world.hidden);
    expect((await send(pages.ask, asked, { as: moderator })).status).toBe(404);
    expect((await send(pages.explain, answer, { as: evaluator })).status).toBe(404);
    const record = {
      reason: 'Mine',
      'scores[0].position': '2',
      'scores[0].value': '5',
      'scores[0].reason': 'x',
    };
    expect((await send(pages.interview, record, { as: moderator })).status).toBe(404);
    const kept = await store.db.interview.findUniqueOrThrow({ where: { bidId: world.hidden.id } });
    expect(kept.reason).toBe(MARK);
  });

  test('leaves what settles all bids to others, and nothing is changed', async () => {
    const { reference } = world.question;
    const before = await store.db.question.findUniqueOrThrow({ where: { id: world.question.id } });
    const price = paths.priceCheck(world.low.reference);
    expect((await visit(price, { as: moderator })).status).toBe(403);
    expect((await send(price, { decision: 'excluded', reason: 'Low' }, { as: moderator })).status).toBe(403);
    for (const path of [
      paths.agreeInterviews(reference),
      paths.replies(reference),
      paths.agreeQuality(reference),
    ])
      expect((await send(path, {}, { as: moderator })).status).not.toBe(303);
    expect(await store.db.question.findUniqueOrThrow({ where: { id: world.question.id } })).toEqual(before);
    const { decision } = await store.db.priceQuery.findUniqueOrThrow({ where: { bidId: world.low.id } });
    expect(decision).toBeNull();
  });

  test('is no conflict about another bid', async () => {
    expect((await visit(paths.scores(world.low.reference), { as: evaluator })).status).toBe(200);
    expect((await visit(paths.interviewRecord(world.low.reference), { as: moderator })).status).toBe(200);
  });
});

test('a confirmed conflict about the whole competition leaves no page of it to anybody', async () => {
  const { question, panel, coordinator, hidden } = world;
  const cast = [panel.evaluators[0].id, panel.moderator.id, coordinator];
  for (const id of cast) await makeWall(question.id, id);
  for (const as of cast)
    expect(await statusesFor(as, { ...ofQuestion(), ...ofBid(hidden) })).toEqual(
      all({ ...ofQuestion(), ...ofBid(hidden) }, 404),
    );
  expect((await visit(paths.evaluation(randomUUID().slice(0, 8)), { as: cast[0]! })).status).toBe(404);
});
