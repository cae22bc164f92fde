import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { doneValue, makeBid, makeExpert, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { disagreementPage } from '../queries/disagreement-page.server';
import { interviewsPage } from '../queries/interviews-page.server';
import { moderationPage } from '../queries/moderation-page.server';
import { ownInterviewPage } from '../queries/own-interview-page.server';
import { priceQuestionPage } from '../queries/price-question-page.server';
import { pricesPage } from '../queries/prices-page.server';
import { rankingPage } from '../queries/ranking-page.server';
import { repliesPage } from '../queries/replies-page.server';
import { replyPage } from '../queries/reply-page.server';
import { agreeInterviews } from './agree-interviews.server';
import { agreeQuality } from './agree-quality.server';
import { chooseInterviewSlot } from './choose-interview-slot.server';
import { decideOnPrice } from './decide-on-price.server';
import { declineInterview } from './decline-interview.server';
import { explainPrice } from './explain-price.server';
import { explainScore } from './explain-score.server';
import { inviteReplies } from './invite-replies.server';
import { inviteToInterviews } from './invite-to-interviews.server';
import { queryPrice } from './query-price.server';
import { queryScore } from './query-score.server';
import { recommend } from './recommend.server';
import { recordConsensus } from './record-consensus.server';
import { recordInterview } from './record-interview.server';
import { recordMeeting } from './record-meeting.server';
import { saveReply } from './save-reply.server';

const store = useDatabase();

const METHOD = {
  lowPricePercent: 30,
  interviewMode: 'adjustment',
  interviewPlaces: 2,
  interviewPoints: 10,
  replyWorkingDays: 2,
  replyWords: 60,
} as const;

const CRITERIA = [
  { name: 'Method', guidance: '', weight: 60, minimum: null, reasonWords: 40 },
  { name: 'Team', guidance: '', weight: 40, minimum: null },
];

async function arrange() {
  const question = await makeQuestion({ state: 'closed', criteria: CRITERIA, data: METHOD });
  const bids = {
    good: await makeBid({ question, pounds: 60_000 }),
    fair: await makeBid({ question, pounds: 55_000 }),
    cheap: await makeBid({ question, pounds: 20_000 }),
  };
  const panel = await makePanel(question, { evaluators: 3, declaredAtAward: true });
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  const [one, two, three] = panel.evaluators;
  for (const evaluator of [one, two, three].filter((each) => each !== undefined)) {
    await makeScores(bids.good, question, evaluator, 4);
    await makeScores(bids.fair, question, evaluator, evaluator === one ? [0, 3] : [3, 3]);
    await makeScores(bids.cheap, question, evaluator, 4);
  }
  const leads = {
    good: await actorFor(bids.good.leadId),
    fair: await actorFor(bids.fair.leadId),
    cheap: await actorFor(bids.cheap.leadId),
  };
  return { question, bids, panel, leads, reference: question.reference };
}

let world: Awaited<ReturnType<typeof arrange>>;
let moderator: Actor;
beforeAll(async () => {
  world = await arrange();
  moderator = world.panel.moderator;
});

const refusalOf = (outcome: { kind: string }) =>
  outcome.kind === 'refused' && 'refusal' in outcome
    ? (outcome.refusal as { name: string }).name
    : outcome.kind;
const daysOn = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const shownOf = async <View>(asked: Promise<View>) => {
  const view = await asked;
  if (view === null || (typeof view === 'object' && 'why' in view)) throw new Error('expected a view');
  return view as Exclude<View, null | { kind: 'deny'; why: string }>;
};

describe('a competition with every option, in its order', () => {
  test('the moderator sees who stands alone, asks them, and reads what they say', async () => {
    const { reference, panel, bids } = world;
    const [alone] = panel.evaluators;
    const see = (actor: Actor, over: object = {}) =>
      ask(disagreementPage, actor, {
        reference,
        show: 'apart',
        range: 0,
        criterion: null,
        bid: null,
        person: null,
        after: 0,
        ...over,
      });
    const view = await shownOf(see(moderator));
    expect(view.rows.map(({ criterion, spread }) => [criterion.name, spread.range])).toEqual([['Method', 3]]);
    expect(view.rows[0]?.spread.outliers).toEqual([{ personId: alone.id, from: -3 }]);
    expect(view.people.find(({ id }) => id === alone.id)).toMatchObject({ units: 6, alone: 1 });
    expect((await shownOf(see(moderator, { show: 'all' }))).rows).toHaveLength(6);
    expect((await shownOf(see(moderator, { show: 'outliers', criterion: 2 }))).rows).toEqual([]);
    expect(await see(alone)).toMatchObject({ kind: 'deny' });
    expect(await see(world.leads.good)).toBeNull();
    const asked = { reference: bids.fair.reference, position: 1, person: alone.reference, note: 'Why 0?' };
    expect(refusalOf(await run(queryScore, alone, asked))).toBe('denied');
    expect(refusalOf(await run(queryScore, world.leads.fair, asked))).toBe('hidden');
    doneValue(await run(queryScore, moderator, asked));
    expect(refusalOf(await run(queryScore, moderator, asked))).toBe('ScoreIsQueried');
    const said = { reference: bids.fair.reference, position: 1, answer: 'I misread the section.' };
    expect(refusalOf(await run(explainScore, panel.evaluators[1], said))).toBe('hidden');
    doneValue(await run(explainScore, alone, said));
    expect(refusalOf(await run(explainScore, alone, said))).toBe('ScoreIsExplained');
    expect((await shownOf(see(moderator))).rows[0]?.queries).toMatchObject([
      { answer: 'I misread the section.' },
    ]);
  });

  test('behind a wall a bid is in no figure of it', async () => {
    const { question, bids, reference } = world;
    const { id } = world.panel.moderator;
    await makeWall(question.id, id, bids.fair.id);
    const view = await shownOf(ask(disagreementPage, await actorFor(id), { reference }));
    expect([view.complete, view.rows.length, view.bids.length]).toEqual([2, 0, 2]);
    await store.db.wall.updateMany({
      where: { bidId: bids.fair.id },
      data: { liftedAt: new Date(), liftedReason: 'Wrong.' },
    });
  });

  test('nothing is agreed before the bidders could reply', async () => {
    const { reference, bids } = world;
    const early = [{ position: 1, value: 3, reason: 'We agree on it.' }];
    const consensus = () =>
      run(recordConsensus, moderator, { reference: bids.fair.reference, scores: early });
    expect(refusalOf(await consensus())).toBe('RepliesAreAwaited');
    expect(refusalOf(await run(agreeQuality, moderator, { reference }))).toBe('RepliesAreAwaited');
    expect(await ask(replyPage, world.leads.fair, { reference: bids.fair.reference })).toBeNull();
    expect(refusalOf(await run(inviteReplies, world.panel.evaluators[0], { reference }))).toBe('denied');
    doneValue(await run(inviteReplies, moderator, { reference }));
    expect(refusalOf(await run(inviteReplies, moderator, { reference }))).toBe('RepliesAreInvited');
    expect(refusalOf(await consensus())).toBe('RepliesAreAwaited');
  });

  test('a bidder reads the reasons on their own bid alone, without scores and names, and replies once', async () => {
    const { bids, leads, panel } = world;
    const view = await shownOf(ask(replyPage, leads.fair, { reference: bids.fair.reference }));
    expect(view.criteria.map(({ name, reasons }) => [name, reasons.length])).toEqual([
      ['Method', 3],
      ['Team', 3],
    ]);
    for (const { name } of panel.evaluators) expect(JSON.stringify(view)).not.toContain(name);
    for (const stranger of [leads.good, moderator, panel.author, await makeExpert()])
      expect(await ask(replyPage, stranger, { reference: bids.fair.reference })).toBeNull();
    const reply = (actor: Actor, over: object) =>
      run(saveReply, actor, {
        reference: bids.fair.reference,
        intent: 'submit',
        revision: 0,
        text: 'Section 1 says it.',
        ...over,
      });
    expect(refusalOf(await reply(leads.good, {}))).toBe('hidden');
    expect(refusalOf(await reply(leads.fair, { text: '' }))).toBe('ReplyIsEmpty');
    expect(refusalOf(await reply(leads.fair, { text: 'word '.repeat(61) }))).toBe('ReplyIsTooLong');
    doneValue(await reply(leads.fair, { intent: 'save' }));
    expect(refusalOf(await reply(leads.fair, { intent: 'save' }))).toBe('SomebodySavedMeanwhile');
    doneValue(await reply(leads.fair, { revision: 1 }));
    expect(refusalOf(await reply(leads.fair, { revision: 2 }))).toBe('ReplyIsSent');
    const read = await shownOf(ask(repliesPage, panel.evaluators[1], { reference: world.reference }));
    expect(read.replies.map(({ text }) => text).filter(Boolean)).toEqual(['Section 1 says it.']);
    expect(await ask(repliesPage, leads.fair, { reference: world.reference })).toBeNull();
  });

  test('late is late by the clock of the database; then the panel agrees, and says more of what nobody gave', async () => {
    const { reference, bids, leads, panel } = world;
    await moveClock('8 days');
    const late = { reference: bids.good.reference, intent: 'submit', revision: 0, text: 'Too late.' };
    expect(refusalOf(await run(saveReply, leads.good, late))).toBe('ReplyIsLate');
    const consensus = (value: number, reason: string) =>
      run(recordConsensus, moderator, {
        reference: bids.fair.reference,
        scores: [{ position: 1, value, reason }],
      });
    expect(refusalOf(await consensus(4, 'Better than we thought.'))).toBe('ConsensusLiesOutside');
    expect(refusalOf(await consensus(3, 'word '.repeat(41)))).toBe('ConsensusIsIncomplete');
    doneValue(await consensus(3, 'The reply shows that the section answers what was asked.'));
    const [one, two] = panel.evaluators;
    const meeting = {
      reference,
      heldOn: daysOn(0),
      minutes: 'We went through all.',
      present: [one.reference],
      abstained: [two.reference],
      abstainedWhy: '',
    };
    expect(refusalOf(await run(recordMeeting, moderator, meeting))).toBe('AbstentionHasNoReason');
    expect(
      refusalOf(
        await run(recordMeeting, moderator, { ...meeting, present: ['22222222'], abstainedWhy: 'x' }),
      ),
    ).toBe('PersonIsNotOnPanel');
    doneValue(await run(recordMeeting, moderator, { ...meeting, abstainedWhy: 'Knows the lead.' }));
    const { meetings } = await shownOf(ask(moderationPage, one, { reference }));
    expect(meetings[0]?.attendance.map(({ attendance }) => attendance).sort()).toEqual([
      'absent',
      'absent',
      'abstained',
      'present',
    ]);
    expect(doneValue(await run(agreeQuality, moderator, { reference }))).toMatchObject({ interviews: true });
    expect(await ask(rankingPage, moderator, { reference })).toBeNull();
  });

  test('the shortlist follows the rule; each bidder chooses among times of their own', async () => {
    const { reference, bids, leads } = world;
    const slots = `${daysOn(20).split('-').reverse().join(' ')} 10:00 Room 1`;
    const invite = (over: object = {}) =>
      run(inviteToInterviews, moderator, {
        reference,
        asks: 'What would you drop first?',
        chooseBy: daysOn(12),
        slots: [10, 11, 12, 14].map((hour) => slots.replace('10:00', `${hour}:00`)).join('\n'),
        ...over,
      });
    expect(refusalOf(await invite({ slots: 'soon' }))).toBe('SlotsCannotBeRead');
    expect(refusalOf(await invite({ slots }))).toBe('SlotsAreTooFew');
    expect(refusalOf(await invite({ chooseBy: daysOn(2) }))).toBe('ChoosingIsOver');
    expect(refusalOf(await run(agreeInterviews, moderator, { reference }))).toBe('InterviewsAreNotOffered');
    doneValue(await invite());
    const own = (actor: Actor, bid: { reference: string }) =>
      ask(ownInterviewPage, actor, { reference: bid.reference });
    expect(await own(leads.fair, bids.fair)).toBeNull();
    expect(await own(leads.good, bids.cheap)).toBeNull();
    const [good, cheap] = [
      await shownOf(own(leads.good, bids.good)),
      await shownOf(own(leads.cheap, bids.cheap)),
    ];
    expect(good.slots).toHaveLength(2);
    expect(good.slots.some(({ id }) => cheap.slots.some((slot) => slot.id === id))).toBe(false);
    const choose = (actor: Actor, bid: { reference: string }, slot = '') =>
      run(chooseInterviewSlot, actor, { reference: bid.reference, slot });
    expect(refusalOf(await choose(leads.good, bids.good, cheap.slots[0]?.id))).toBe('SlotIsNotOffered');
    expect(refusalOf(await choose(leads.fair, bids.good, good.slots[0]?.id))).toBe('hidden');
    doneValue(await choose(leads.good, bids.good, good.slots[0]?.id));
    doneValue(await choose(leads.good, bids.good, good.slots[1]?.id));
    expect((await shownOf(own(leads.good, bids.good))).chosen?.id).toBe(good.slots[1]?.id);
    const seen = await shownOf(ask(interviewsPage, world.panel.evaluators[0], { reference }));
    expect([seen.shortlist.length, seen.may]).toEqual([2, { invite: false, record: false, close: false }]);
  });

  test('points are within what was published, and interviews close once each is settled', async () => {
    const { reference, bids, leads } = world;
    const record = (over: object) =>
      run(recordInterview, moderator, { reference: bids.good.reference, reason: 'All were there.', ...over });
    expect(refusalOf(await record({ points: 11 }))).toBe('PointsDoNotFit');
    expect(refusalOf(await record({}))).toBe('PointsDoNotFit');
    expect(
      refusalOf(
        await run(recordInterview, world.panel.evaluators[0], {
          reference: bids.good.reference,
          reason: 'x',
          points: 1,
        }),
      ),
    ).toBe('denied');
    doneValue(await record({ points: -5 }));
    expect(refusalOf(await run(agreeInterviews, moderator, { reference }))).toBe('InterviewsAreNotRecorded');
    const why = { reference: bids.cheap.reference, reason: 'Our lead is ill.' };
    expect(refusalOf(await run(declineInterview, leads.good, why))).toBe('hidden');
    doneValue(
      await run(recordInterview, moderator, {
        reference: bids.cheap.reference,
        reason: 'Strong.',
        points: 0,
      }),
    );
    expect(refusalOf(await run(declineInterview, leads.cheap, why))).toBe('InterviewIsOver');
    doneValue(await run(agreeInterviews, moderator, { reference }));
    const { rows, parts } = await shownOf(ask(rankingPage, moderator, { reference }));
    expect(rows.map(({ rank, quality, why: out }) => [rank, quality, out])).toEqual([
      [1, '80', undefined],
      [2, '75', undefined],
      [null, '60', 'notShortlisted'],
    ]);
    expect(parts.flatMap(({ sensitivity }) => sensitivity.map(({ weight }) => weight))).toEqual([
      'Price, against quality',
      'Method',
      'Team',
    ]);
  });

  test('a low price is asked about, explained in time and decided on with a reason before it can be recommended', async () => {
    const { reference, bids, leads } = world;
    const view = await shownOf(ask(pricesPage, moderator, { reference }));
    const low = view.bids.filter(({ found }) => found.length > 0);
    expect(low.map((bid) => bid.reference)).toEqual([bids.cheap.reference]);
    const award = () =>
      run(recommend, moderator, {
        reference,
        outcome: 'awarded',
        bids: [bids.cheap.reference],
        text: 'First.',
        tieReason: '',
      });
    expect(refusalOf(await award())).toBe('LowPriceIsUnsettled');
    const asked = { reference: bids.cheap.reference, reason: 'How is it made up?', answerBy: daysOn(20) };
    expect(refusalOf(await run(queryPrice, moderator, { ...asked, answerBy: daysOn(1) }))).toBe(
      'AnswerIsDueInThePast',
    );
    expect(await ask(priceQuestionPage, leads.cheap, { reference: bids.cheap.reference })).toBeNull();
    doneValue(await run(queryPrice, moderator, asked));
    expect(refusalOf(await run(queryPrice, moderator, asked))).toBe('PriceIsQueried');
    expect(await ask(priceQuestionPage, leads.good, { reference: bids.cheap.reference })).toBeNull();
    const decision = {
      reference: bids.cheap.reference,
      decision: 'accepted',
      reason: 'Two posts are paid for already.',
    };
    expect(refusalOf(await run(decideOnPrice, moderator, decision))).toBe('ExplanationIsAwaited');
    const explained = {
      reference: bids.cheap.reference,
      explanation: 'The university pays two of the posts.',
    };
    expect(refusalOf(await run(explainPrice, leads.good, explained))).toBe('hidden');
    doneValue(await run(explainPrice, leads.cheap, explained));
    expect(refusalOf(await run(explainPrice, leads.cheap, explained))).toBe('PriceIsExplained');
    doneValue(await run(decideOnPrice, moderator, decision));
    doneValue(await award());
  });

  test('no page of it takes more statements for more bids', async () => {
    const { reference, question } = world;
    const counted = async () => {
      const pages = [disagreementPage, repliesPage, interviewsPage, moderationPage, pricesPage] as const;
      const counts: number[] = [];
      for (const page of pages)
        counts.push(
          (await countingQueries(() => ask(page as typeof repliesPage, moderator, { reference }))).queries,
        );
      return counts;
    };
    const before = await counted();
    for (const pounds of [70_000, 71_000]) await makeBid({ question, pounds });
    expect(await counted()).toEqual(before);
    expect(Math.max(...before)).toBeLessThanOrEqual(8);
  });
});
