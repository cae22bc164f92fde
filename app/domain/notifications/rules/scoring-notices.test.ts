import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { joinBid, makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeWall } from '../../../../tests/support/factories/panels';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { scoringNotices } from './scoring-notices.server';

const data = useDatabase();
const DAY = 86_400_000;
const at = new Date();
const [answerBy, chooseBy, closesAt] = [7, 8, 9].map((days) => new Date(at.getTime() + days * DAY)) as [
  Date,
  Date,
  Date,
];

type Happening = { nounId: string; data?: Record<string, unknown> };

async function told(name: string, { nounId, data: said = {} }: Happening) {
  const rules = scoringNotices.filter((rule) => rule.fact === name);
  expect(rules).toHaveLength(1);
  const notice = await rules[0]?.tell({
    db: data.db,
    fact: { id: newId(), position: '1', name, actorId: null, at, noun: 'bid', nounId, data: said },
  });
  return notice && { ...notice, personIds: [...new Set(notice.personIds)].sort() };
}

async function arrange() {
  const question = await makeQuestion({
    state: 'closed',
    data: { interviewMode: 'criteria', interviewPlaces: 2 },
  });
  const [bid, other, out] = [
    await makeBid({ question }),
    await makeBid({ question }),
    await makeBid({ question }),
  ];
  const draft = await makeBid({ question, submitted: false });
  const people = {
    editor: await joinBid(bid.id),
    partner: await joinBid(bid.id, { role: 'partner' }),
    asked: await joinBid(bid.id, { answer: 'asked' }),
    declined: await joinBid(bid.id, { answer: 'declined' }),
  };
  const panel = await makePanel(question, { evaluators: 3 });
  await openQuestion(question);
  const { db } = data;
  await db.bid.update({ where: { id: out.id }, data: { excludedAt: at, excludedReason: 'Late annex.' } });
  const by = panel.moderator.id;
  await db.priceQuery.create({
    data: { bidId: bid.id, reason: 'Why?', askedById: by, askedAt: at, answerBy },
  });
  await db.replyRound.create({ data: { questionId: question.id, openedById: by, openedAt: at, closesAt } });
  await db.interviewRound.create({
    data: { questionId: question.id, asks: 'What first?', chooseBy, invitedAt: at, invitedById: by },
  });
  await db.interview.create({ data: { bidId: bid.id, questionId: question.id } });
  await db.interview.create({
    data: {
      ...{ bidId: other.id, questionId: question.id },
      ...{ withdrawnAt: at, withdrawnById: other.leadId, withdrawnReason: 'Ill.' },
    },
  });
  return { question, bid, other, out, draft, people, panel };
}

let world: Awaited<ReturnType<typeof arrange>>;
beforeAll(async () => {
  world = await arrange();
});

const onBid = () => [world.bid.leadId, world.people.editor, world.people.partner].sort();
const wholePanel = () => [world.panel.moderator, ...world.panel.evaluators].map(({ id }) => id).sort();

describe('what one bidder is told goes to those who said yes to being in that bid', () => {
  test.each([
    ['PriceWasQueried', 'Explain a price', () => `Explain it by ${showInstant(answerBy)}.`],
    ['PriceWasDecidedOn', 'Your price was decided on', () => 'The reason is on its page.'],
  ])('%s', async (name, subject, words) => {
    const notice = await told(name, { nounId: world.bid.id, data: { decision: 'excluded' } });
    expect(notice?.personIds).toEqual(onBid());
    expect(notice?.subject).toBe(`${subject}: ${world.question.title}`);
    expect(notice?.body).toContain(words());
    expect(notice?.body).not.toContain('excluded');
    expect(notice?.path).toBe(pages.priceQuestion(world.bid.reference));
  });
});

describe('what a bidder does is told to the panel', () => {
  test.each([
    ['PriceWasExplained', 'A price was explained', pages.prices],
    ['ScoreWasExplained', 'A score was explained', pages.disagreement],
    ['InterviewSlotWasChosen', 'An interview has its time', pages.interviews],
    ['InterviewWasDeclined', 'A bidder has withdrawn from the interviews', pages.interviews],
  ])('%s reaches the moderator alone', async (name, subject, page) => {
    const notice = await told(name, { nounId: world.bid.id });
    expect(notice?.personIds).toEqual([world.panel.moderator.id]);
    expect(notice?.subject).toBe(`${subject}: ${world.question.title}`);
    expect(notice?.path).toBe(page(world.question.reference));
  });

  test('a reply reaches everybody on the panel, and not the text of it', async () => {
    const notice = await told('ReplyWasSubmitted', { nounId: world.bid.id, data: { text: 'We meant it.' } });
    expect(notice?.personIds).toEqual(wholePanel());
    expect(notice?.path).toBe(pages.replies(world.question.reference));
    expect(notice?.body).not.toContain('We meant it.');
  });

  test('a question about a score reaches whoever gave it, nobody else', async () => {
    const [one] = world.panel.evaluators;
    const notice = await told('ScoreWasQueried', { nounId: world.bid.id, data: { personId: one.id } });
    expect(notice?.personIds).toEqual([one.id]);
    expect(notice?.path).toBe(pages.scores(world.bid.reference));
    expect((await told('ScoreWasQueried', { nounId: world.bid.id }))?.personIds).toEqual([]);
  });
});

describe('what all bidders are told', () => {
  test('the right of reply is of every bid that stands: no draft, none that is excluded', async () => {
    const notice = await told('RepliesWereInvited', { nounId: world.question.id });
    expect(notice?.personIds).toEqual([...onBid(), world.other.leadId].sort());
    expect(notice?.personIds).not.toContain(world.draft.leadId);
    expect(notice?.body).toContain(`You may reply until ${showInstant(closesAt)}.`);
  });

  test('interviews are told to the shortlist that has not withdrawn; where a bid is not on it nobody hears', async () => {
    const notice = await told('InterviewsWereOffered', { nounId: world.question.id });
    expect(notice?.personIds).toEqual(onBid());
    expect(notice?.body).toContain(`choose a time by ${showInstant(chooseBy)}.`);
  });

  test('that interviews are over is told to the panel alone', async () => {
    const notice = await told('InterviewsWereAgreed', { nounId: world.question.id });
    expect(notice?.personIds).toEqual(wholePanel());
    expect(notice?.path).toBe(pages.evaluation(world.question.reference));
  });
});

describe('walls', () => {
  test('who is behind one for a bid hears nothing of it, and all of the others', async () => {
    const { question, bid, other, panel } = world;
    const [one] = panel.evaluators;
    for (const { id } of [panel.moderator, one]) await makeWall(question.id, id, bid.id);
    for (const name of [
      'PriceWasExplained',
      'ScoreWasExplained',
      'InterviewSlotWasChosen',
      'InterviewWasDeclined',
    ]) {
      expect([name, (await told(name, { nounId: bid.id }))?.personIds]).toEqual([name, []]);
      expect([name, (await told(name, { nounId: other.id }))?.personIds]).toEqual([
        name,
        [panel.moderator.id],
      ]);
    }
    expect(
      (await told('ScoreWasQueried', { nounId: bid.id, data: { personId: one.id } }))?.personIds,
    ).toEqual([]);
    expect((await told('ReplyWasSubmitted', { nounId: bid.id }))?.personIds).toEqual(
      panel.evaluators
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe('every notice of scoring', () => {
  test('is silent about what is not there', async () => {
    for (const { fact } of scoringNotices)
      expect([fact, await told(fact, { nounId: newId() })]).toEqual([fact, null]);
  });

  test('names the question and no bidder, organisation, price or score, and leads to a page', async () => {
    const [bidder, organisation] = [
      await data.db.person.findUniqueOrThrow({ where: { id: world.bid.leadId } }),
      await data.db.organisation.findUniqueOrThrow({ where: { id: world.bid.organisationId ?? '' } }),
    ];
    const aboutQuestion = [
      'RepliesWereInvited',
      'InterviewsWereOffered',
      'InterviewsWereAgreed',
      'BiddersWereRevealed',
    ];
    for (const { fact } of scoringNotices) {
      const notice = await told(fact, {
        nounId: aboutQuestion.includes(fact) ? world.question.id : world.bid.id,
      });
      const words = `${notice?.subject} ${notice?.body}`;
      expect(words).toContain(world.question.title);
      for (const secret of [bidder.name, organisation.name, '53,200', world.bid.reference])
        expect([fact, words.includes(secret)]).toEqual([fact, false]);
      expect(notice?.path).toMatch(/^\/\w/);
    }
  });
});
