import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { joinBid, makeBid, makeExpert, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { interviewRecordPage } from '../queries/interview-record-page.server';
import { interviewsPage } from '../queries/interviews-page.server';
import { ownInterviewPage } from '../queries/own-interview-page.server';
import { agreeInterviews } from './agree-interviews.server';
import { chooseInterviewSlot } from './choose-interview-slot.server';
import { declineInterview } from './decline-interview.server';
import { inviteToInterviews } from './invite-to-interviews.server';
import { recordInterview } from './record-interview.server';

const store = useDatabase();

const CRITERIA = [
  { name: 'Method', guidance: '', weight: 60, minimum: 2 },
  { name: 'Answers', guidance: '', weight: 25, minimum: null, stage: 'interview' as const, reasonWords: 20 },
  { name: 'Presence', guidance: '', weight: 15, minimum: null, stage: 'interview' as const },
];

/** Quality agreed, interviews to come: two bids level with the last place, one below it, one below a minimum. */
async function arrange() {
  const question = await makeQuestion({
    state: 'closed',
    criteria: CRITERIA,
    data: { interviewMode: 'criteria', interviewPlaces: 2, interviewFrom: 40 },
  });
  const bids = {
    best: await makeBid({ question }),
    level: await makeBid({ question }),
    alsoLevel: await makeBid({ question }),
    low: await makeBid({ question }),
  };
  const panel = await makePanel(question, { evaluators: 2, declaredAtAward: true });
  await openQuestion(question);
  const written = { criteria: question.criteria.slice(0, 1) };
  const values = { best: 5, level: 3, alsoLevel: 3, low: 1 };
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  for (const evaluator of panel.evaluators)
    for (const name of ['best', 'level', 'alsoLevel', 'low'] as const)
      await makeScores(bids[name], written, evaluator, values[name]);
  const editor = await actorFor(await joinBid(bids.best.id));
  const partner = await actorFor(await joinBid(bids.best.id, { role: 'partner' }));
  const lead = async (name: keyof typeof bids) => actorFor(bids[name].leadId);
  const leads = { best: await lead('best'), level: await lead('level'), alsoLevel: await lead('alsoLevel') };
  return { question, reference: question.reference, bids, panel, leads, editor, partner };
}

let world: Awaited<ReturnType<typeof arrange>>;
let moderator: Actor;
beforeAll(async () => {
  world = await arrange();
  moderator = world.panel.moderator;
});

const dayOn = (count: number) => new Date(Date.now() + count * 86_400_000);
const isoOn = (count: number) => dayOn(count).toISOString().slice(0, 10);
const slotOn = (count: number, time: string) => {
  const day = dayOn(count);
  return `${day.getUTCDate()} ${day.getUTCMonth() + 1} ${day.getUTCFullYear()} ${time} Room 1`;
};
const invite = (actor: Actor, over: object = {}) =>
  run(inviteToInterviews, actor, {
    reference: world.reference,
    asks: 'What would you drop first?',
    chooseBy: isoOn(10),
    slots: ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00']
      .map((time) => slotOn(20, time))
      .join('\r\n'),
    ...over,
  });
const scores = (over: Record<number, object> = {}) =>
  [2, 3].map((position) => ({ position, value: 4, reason: 'Clear.', ...over[position] }));
const record = (actor: Actor, bid: { reference: string }, over: object = {}) =>
  run(recordInterview, actor, {
    reference: bid.reference,
    reason: 'All were there.',
    scores: scores(),
    ...over,
  });
const factsOf = (name: string) => store.db.fact.findMany({ where: { name } });
const slotsOf = (bid: { id: string }) =>
  store.db.interviewSlot.findMany({ where: { bidId: bid.id }, orderBy: { startsAt: 'asc' } });
const choose = (actor: Actor, bid: { reference: string }, slot: string | undefined) =>
  run(chooseInterviewSlot, actor, { reference: bid.reference, slot: slot ?? '' });

describe('inviting the shortlist', () => {
  test('waits for quality to be agreed, and nothing of it can be seen before', async () => {
    expect(ending(await invite(moderator))).toBe('InterviewsAreNotOn');
    expect(await ask(interviewsPage, moderator, { reference: world.reference })).toBeNull();
    expect(ending(await record(moderator, world.bids.best))).toBe('hidden');
    expect(await factsOf('InterviewsWereOffered')).toEqual([]);
    await store.db.question.update({
      where: { id: world.question.id },
      data: { qualityAgreedAt: new Date() },
    });
  });

  test('is the moderator’s alone, and not where one bid is closed to them', async () => {
    const { panel, leads, question, bids } = world;
    for (const [who, how] of [
      [panel.evaluators[0], 'denied'],
      [panel.author, 'denied'],
      [panel.owner, 'denied'],
      [leads.best, 'hidden'],
      [await makeExpert(), 'hidden'],
    ] as const)
      expect([who.name, ending(await invite(who))]).toEqual([who.name, how]);
    await makeWall(question.id, panel.moderator.id, bids.level.id);
    expect(ending(await invite(await actorFor(panel.moderator.id)))).toBe('denied');
    await store.db.wall.updateMany({
      where: { bidId: bids.level.id },
      data: { liftedAt: new Date(), liftedReason: 'Wrong.' },
    });
    expect(await store.db.interview.count()).toBe(0);
  });

  test.each([
    ['SlotIsTooEarly', () => ({ chooseBy: isoOn(20) })],
    ['SlotIsTooEarly', () => ({ slots: [9, 21, 22].map((day) => slotOn(day, '10:00')).join('\n') })],
    ['ChoosingIsOver', () => ({ chooseBy: isoOn(-1) })],
    ['SlotsCannotBeRead', () => ({ slots: `${slotOn(20, '10:00')}\n${slotOn(20, '10:00')}` })],
    ['SlotsAreTooFew', () => ({ slots: [20, 21].map((day) => slotOn(day, '10:00')).join('\n') })],
    ['invalid', () => ({ asks: '   ' })],
    ['invalid', () => ({ slots: '' })],
    ['invalid', () => ({ asks: 'x'.repeat(10_001) })],
  ])('%s leaves nothing behind', async (name, over) => {
    expect(ending(await invite(moderator, over()))).toBe(name);
    expect([await store.db.interviewRound.count(), await store.db.interviewSlot.count()]).toEqual([0, 0]);
  });

  test('clicked twice invites once; the bids level with the last place come too, the others never', async () => {
    const { bids } = world;
    const twice = await Promise.all([invite(moderator), invite(moderator)]);
    expect(twice.map(ending).sort()).toEqual(['InterviewsAreOffered', 'done']);
    const [best, level, alsoLevel] = [bids.best, bids.level, bids.alsoLevel];
    const [fact, ...more] = await factsOf('InterviewsWereOffered');
    expect(more).toEqual([]);
    const invited = (fact!.data as { bidIds: string[] }).bidIds;
    expect([...invited].sort()).toEqual([best.id, level.id, alsoLevel.id].sort());
    const counts = await Promise.all(
      [best, level, alsoLevel].map(async (bid) => (await slotsOf(bid)).length),
    );
    expect(counts.sort()).toEqual([2, 2, 2]);
    expect(await slotsOf(bids.low)).toEqual([]);
  });
});

describe('choosing a time', () => {
  test('is of the lead and the editors, among the times of the own bid', async () => {
    const { bids, leads, editor, partner } = world;
    const [first, second] = await slotsOf(bids.best);
    const [foreign] = await slotsOf(bids.level);
    expect(ending(await choose(partner, bids.best, first?.id))).toBe('denied');
    expect(ending(await choose(leads.level, bids.best, first?.id))).toBe('hidden');
    expect(ending(await choose(moderator, bids.best, first?.id))).toBe('hidden');
    expect(ending(await choose(editor, bids.best, foreign?.id))).toBe('SlotIsNotOffered');
    expect(ending(await choose(editor, bids.best, 'tomorrow'))).toBe('invalid');
    const both = await Promise.all([
      choose(editor, bids.best, first?.id),
      choose(leads.best, bids.best, second?.id),
    ]);
    expect(both.map(ending)).toEqual(['done', 'done']);
    const view = await ask(ownInterviewPage, partner, { reference: bids.best.reference });
    expect(view).toMatchObject({
      may: { choose: false, withdraw: false },
      slots: [{ id: first?.id }, { id: second?.id }],
    });
    expect(await ask(ownInterviewPage, leads.level, { reference: bids.best.reference })).toBeNull();
  });

  test('ends at the hour that was told, to the page and to the command alike', async () => {
    const { bids, leads } = world;
    await moveClock('11 days');
    const [slot] = await slotsOf(bids.level);
    expect(ending(await choose(leads.level, bids.level, slot?.id))).toBe('ChoosingIsOver');
    const later = await actorFor(leads.level.id);
    const view = await ask(ownInterviewPage, later, { reference: bids.level.reference });
    expect(view).toMatchObject({ may: { choose: false, withdraw: true }, chosen: null });
  });

  test('two bids never hold one time, whatever writes it', async () => {
    const { bids, leads } = world;
    const held = await store.db.interview.findUniqueOrThrow({ where: { bidId: bids.best.id } });
    const taken = { slotId: held.slotId, chosenAt: new Date(), chosenById: leads.level.id };
    await expect(
      store.db.interview.update({ where: { bidId: bids.level.id }, data: taken }),
    ).rejects.toThrow();
  });
});

describe('recording an interview', () => {
  test('is the moderator’s alone', async () => {
    const { bids, panel, leads } = world;
    for (const [who, how] of [
      [panel.evaluators[0], 'denied'],
      [panel.owner, 'denied'],
      [leads.best, 'hidden'],
    ] as const) {
      expect(ending(await record(who, bids.best))).toBe(how);
      const view = await ask(interviewRecordPage, who, { reference: bids.best.reference });
      expect(how === 'hidden' ? view : (view as { kind: string } | null)?.kind).toBe(
        how === 'hidden' ? null : 'deny',
      );
    }
    expect(ending(await record(moderator, bids.low))).toBe('hidden');
  });

  test.each<[string, string, object]>([
    ['a criterion is left out', 'CriteriaDoNotFit', { scores: scores().slice(0, 1) }],
    ['one is given twice', 'CriteriaDoNotFit', { scores: [...scores(), ...scores()] }],
    [
      'a written one is scored',
      'CriteriaDoNotFit',
      { scores: [...scores(), { position: 1, value: 5, reason: 'x' }] },
    ],
    ['none is scored', 'CriteriaDoNotFit', { scores: undefined }],
    ['points are sent instead', 'CriteriaDoNotFit', { scores: undefined, points: 3 }],
    ['a score is missing', 'InterviewIsIncomplete', { scores: scores({ 3: { value: '' } }) }],
    ['a reason is missing', 'InterviewIsIncomplete', { scores: scores({ 3: { reason: ' ' } }) }],
    [
      'a reason is too long',
      'InterviewIsIncomplete',
      { scores: scores({ 2: { reason: 'word '.repeat(21) } }) },
    ],
    ['a score is off the scale', 'invalid', { scores: scores({ 2: { value: 6 } }) }],
    ['nothing is said of who was there', 'invalid', { reason: '' }],
  ])('is refused where %s', async (_, name, over) => {
    expect(ending(await record(moderator, world.bids.best, over))).toBe(name);
    expect(await store.db.consensusScore.count()).toBe(0);
    expect(await factsOf('InterviewWasRecorded')).toEqual([]);
  });

  test('keeps each score with its reason; another record replaces it, criterion by criterion', async () => {
    const { bids } = world;
    done(await record(moderator, bids.best));
    done(
      await record(moderator, bids.best, { reason: 'Ben left early.', scores: scores({ 3: { value: 0 } }) }),
    );
    const kept = await store.db.consensusScore.findMany({
      where: { bidId: bids.best.id },
      orderBy: { value: 'asc' },
    });
    expect(kept.map(({ value, rationale }) => [value, rationale])).toEqual([
      [0, 'Clear.'],
      [4, 'Clear.'],
    ]);
    const row = await store.db.interview.findUniqueOrThrow({ where: { bidId: bids.best.id } });
    expect(row).toMatchObject({
      reason: 'Ben left early.',
      points: null,
      recordedById: world.panel.moderator.id,
    });
    expect(await factsOf('InterviewWasRecorded')).toHaveLength(2);
    expect(ending(await choose(world.leads.best, bids.best, row.slotId ?? ''))).toBe('InterviewIsOver');
  });
});

describe('withdrawing', () => {
  const decline = (actor: Actor, bid: { reference: string }, reason = 'Our lead is ill.') =>
    run(declineInterview, actor, { reference: bid.reference, reason });

  test('is the lead’s alone, with a reason', async () => {
    const { bids, leads, editor } = world;
    expect(ending(await decline(editor, bids.best))).toBe('denied');
    expect(ending(await decline(moderator, bids.level))).toBe('hidden');
    expect(ending(await decline(leads.level, bids.level, ' '))).toBe('invalid');
    expect(ending(await decline(leads.best, bids.best))).toBe('InterviewIsOver');
  });

  test('at the moment of the record leaves one of the two, and tells the other why', async () => {
    const { bids, leads } = world;
    const both = await Promise.all([decline(leads.level, bids.level), record(moderator, bids.level)]);
    const ends = both.map(ending);
    expect([
      ['done', 'InterviewWasDeclined'],
      ['InterviewIsOver', 'done'],
    ]).toContainEqual(ends);
    const row = await store.db.interview.findUniqueOrThrow({ where: { bidId: bids.level.id } });
    expect([row.withdrawnAt === null, row.recordedAt === null]).toEqual([
      ends[0] !== 'done',
      ends[1] !== 'done',
    ]);
  });

  test('a bid that was excluded has nothing left to choose nor to withdraw', async () => {
    const { bids, leads } = world;
    const where = { id: bids.alsoLevel.id };
    await store.db.bid.update({ where, data: { excludedAt: new Date(), excludedReason: 'Came twice.' } });
    try {
      expect(ending(await decline(leads.alsoLevel, bids.alsoLevel))).toBe('InterviewIsOver');
      const [slot] = await slotsOf(bids.alsoLevel);
      expect(ending(await choose(leads.alsoLevel, bids.alsoLevel, slot?.id))).toBe('InterviewIsOver');
      const view = await ask(ownInterviewPage, leads.alsoLevel, { reference: bids.alsoLevel.reference });
      expect(view).toMatchObject({ may: { choose: false, withdraw: false } });
    } finally {
      await store.db.bid.update({ where, data: { excludedAt: null, excludedReason: null } });
    }
  });

  test('frees the time and ends the interview', async () => {
    const { bids, leads } = world;
    expect(ending(await run(agreeInterviews, moderator, { reference: world.reference }))).toBe(
      'InterviewsAreNotRecorded',
    );
    const twice = await Promise.all([
      decline(leads.alsoLevel, bids.alsoLevel),
      decline(leads.alsoLevel, bids.alsoLevel),
    ]);
    expect(twice.map(ending).sort()).toEqual(['InterviewWasDeclined', 'done']);
    expect(ending(await record(moderator, bids.alsoLevel))).toBe('InterviewWasDeclined');
    const view = await ask(ownInterviewPage, leads.alsoLevel, { reference: bids.alsoLevel.reference });
    expect(view).toMatchObject({ withdrawn: true, chosen: null, may: { choose: false, withdraw: false } });
  });
});

describe('closing', () => {
  test('happens once, is the moderator’s, and nothing is recorded afterwards', async () => {
    const { reference, panel, bids, leads } = world;
    const close = (actor: Actor) => run(agreeInterviews, actor, { reference });
    expect(ending(await close(panel.evaluators[0]))).toBe('denied');
    expect(ending(await close(leads.best))).toBe('hidden');
    const twice = await Promise.all([close(moderator), close(moderator)]);
    expect(twice.map(ending).sort()).toEqual(['InterviewsAreNotOn', 'done']);
    expect(await factsOf('InterviewsWereAgreed')).toHaveLength(1);
    expect(ending(await record(moderator, bids.best))).toBe('InterviewsAreNotOn');
    await expect(
      store.db.consensusScore.updateMany({ where: { bidId: bids.best.id }, data: { value: 5 } }),
    ).rejects.toThrow('InterviewsAreNotOn');
    await expect(store.db.interview.deleteMany({})).rejects.toThrow();
  });

  test('pages of it stay readable to the panel in a bounded number of statements', async () => {
    const { reference, bids, panel } = world;
    const pages: (() => Promise<unknown>)[] = [
      () => ask(interviewsPage, panel.evaluators[0], { reference }),
      () => ask(interviewRecordPage, moderator, { reference: bids.best.reference }),
      () => ask(ownInterviewPage, world.leads.best, { reference: bids.best.reference }),
    ];
    for (const asked of pages) {
      const { queries, result } = await countingQueries(asked);
      expect(queries).toBeLessThanOrEqual(8);
      expect(result).not.toBeNull();
    }
  });
});
