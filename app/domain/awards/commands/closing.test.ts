import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeExpert } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson, visitor } from '../../../../tests/support/factories/people';
import { joinTeam } from '../../../../tests/support/factories/question-cast';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor, Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { addDays, ukDay } from '../../uk-time';
import { closingPage } from '../queries/closing-page.server';
import { lessonsPage } from '../queries/lessons-page.server';
import { closeAward } from './close-award.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let bare: Awaited<ReturnType<typeof makeAward>>;
let lead: Person;
let loser: Person;
let auditor: Person;
const reference = () => made.award.reference;
const id = () => crypto.randomUUID();
const page = (actor: Person, of = reference()) => ask(closingPage, actor, { reference: of });
const close = (actor: Actor, over: object = {}) =>
  run(closeAward, actor, { reference: reference(), ...over });
const LESSONS = { worked: 'Early access.', didNot: '<script>alert(1)</script>', nextTime: '' };

/** Something open of every kind, beside things of each kind that are done. */
async function openEverything(today: Date) {
  const { db } = store;
  const awardId = made.award.id;
  const [accepted] = await db.milestone.findMany({ where: { awardId }, orderBy: { position: 'asc' } });
  const milestoneId = accepted?.id ?? '';
  const at = new Date();
  const by = lead.id;
  await db.deliverable.create({
    data: {
      id: id(),
      reference: 'CL0SED22',
      milestoneId,
      title: 'Interim',
      summary: 'Yes.',
      deliveredAt: at,
      deliveredById: by,
      acceptedAt: at,
    },
  });
  await db.paymentClaim.create({
    data: {
      id: id(),
      reference: 'CLA1MED2',
      milestoneId,
      amount: 100,
      state: 'new',
      madeAt: at,
      madeById: by,
    },
  });
  const report = (number: number, days: number) => ({
    id: id(),
    reference: `REP0RT2${number}`,
    awardId,
    number,
    dueOn: addDays(today, days),
    state: 'due',
  });
  await db.monitoringReport.createMany({ data: [report(1, -30), report(2, -2), report(3, 30)] });
  for (const state of ['submitted', 'approved'])
    await db.monitoringReport.updateMany({ where: { awardId, number: 1 }, data: { state } });
  const owed = (position: number, what: string) => ({
    id: id(),
    reference: `0WED222${position}`,
    awardId,
    position,
    kind: 'data',
    what,
    recipient: 'Lead',
    dueOn: today,
    state: 'due',
  });
  await db.obligation.createMany({ data: [owed(1, 'Case files'), owed(2, 'A desk')] });
  await db.obligation.updateMany({ where: { awardId, position: 2 }, data: { state: 'met' } });
  const change = (number: number, kind: string) => ({
    id: id(),
    reference: `CHANGE2${number}`,
    awardId,
    number,
    kind,
    side: 'winner',
    state: 'asked',
    reason: 'Why.',
    proposal: { text: 'More' },
    askedAt: at,
    askedById: by,
  });
  await db.changeRequest.createMany({ data: [change(1, 'scope'), change(2, 'dates')] });
  await db.changeRequest.updateMany({ where: { awardId, number: 2 }, data: { state: 'declined' } });
}

beforeAll(async () => {
  made = await makeAward({
    state: 'inDelivery',
    milestones: [
      { title: 'Interim report', amount: 2_000_000 },
      { title: 'Final report', amount: 4_000_000 },
    ],
  });
  bare = await makeAward({ state: 'inDelivery', milestones: [{ title: 'Note', amount: 0 }] });
  lead = await actorFor(made.first.leadId);
  loser = await actorFor(made.second.leadId);
  auditor = await actorFor((await makePerson({ roles: ['auditor'] })).id);
  await openEverything(ukDay(lead.asOf));
});

const OPEN = [
  'Interim report',
  'Final report',
  'Change request 1',
  'Monitoring report 2',
  'Obligation: Case files',
  'Payment claim for Interim report',
];

describe('what is open', () => {
  test('is all that is owed and not done, first what the contract owes', async () => {
    const seen = await page(made.panel.author);
    expect(seen?.closes).toBe(true);
    expect(seen?.items.map(({ what, owed }) => [what, owed])).toEqual(OPEN.map((what, i) => [what, i < 2]));
    expect(new Set(seen?.items.map(({ key }) => key)).size).toBe(OPEN.length);
  });

  test('is listed for those who close alone, and asks few queries', async () => {
    for (const actor of [lead, auditor, made.panel.budgetHolder])
      expect(await page(actor)).toMatchObject({ closes: false, items: [] });
    expect(await page(loser)).toBeNull();
    const { queries } = await countingQueries(() => page(made.panel.author));
    expect(queries).toBeLessThanOrEqual(8);
  });
});

describe('closing', () => {
  const reasons = async (skip = -1) =>
    ((await page(made.panel.author))?.items ?? [])
      .filter((_, i) => i !== skip)
      .map(({ key }) => ({ key, reason: 'The force withdrew.' }));

  test('is for the team’s authors and the owner', async () => {
    const open = await reasons();
    for (const actor of [lead, loser, auditor, made.panel.budgetHolder, made.panel.evaluators[0]])
      expect(ending(await close(actor, { open }))).toBe('denied');
    expect(ending(await close(visitor(), { open }))).toBe('hidden');
  });

  test('wants a reason for each open thing, whichever it is, and says what lacks one', async () => {
    const { author } = made.panel;
    const none = await close(author);
    expect(none.kind === 'refused' ? none.refusal.message : '').toBe(
      'Not accepted and paid yet: Interim report; Final report. Open, and without a reason: Change request 1; Monitoring report 2; Obligation: Case files; Payment claim for Interim report.',
    );
    for (const [skip, what] of OPEN.entries()) {
      const outcome = await close(author, { open: await reasons(skip) });
      expect(outcome.kind === 'refused' ? outcome.refusal.message : '').toContain(`${what}.`);
    }
    const blank = (await reasons()).map((one) => ({ ...one, reason: '  ' }));
    expect(ending(await close(author, { open: blank }))).toBe('SomethingIsOwed');
    const strange = (await reasons()).map((one) => ({ ...one, key: id() }));
    expect(ending(await close(author, { open: strange }))).toBe('SomethingIsOwed');
    expect(ending(await close(author, { open: [{ key: '1', reason: 'No key.' }] }))).toBe('invalid');
    expect(ending(await close(author, { worked: 'x'.repeat(4001) }))).toBe('invalid');
    expect(await store.db.awardClosing.count()).toBe(0);
  });

  test('happens once, keeps the reasons and what was learnt, and is never rewritten', async () => {
    const open = [...(await reasons()), { key: id(), reason: 'Of nothing.' }];
    const both = await Promise.all(
      [made.panel.author, made.panel.owner].map((actor) => close(actor, { open, ...LESSONS })),
    );
    expect(both.map(ending).sort()).toEqual(['DeliveryIsNotOn', 'done']);
    const closing = await store.db.awardClosing.findUniqueOrThrow({ where: { awardId: made.award.id } });
    expect(closing).toMatchObject(LESSONS);
    expect(closing.open).toEqual(OPEN.map((what) => ({ what, reason: 'The force withdrew.' })));
    const facts = await store.db.fact.findMany({ where: { name: 'AwardWasClosed' } });
    expect(facts.map(({ data }) => data)).toMatchObject([{ open: OPEN.length, lessons: true }]);
    await expect(store.db.awardClosing.updateMany({ data: { worked: '' } })).rejects.toThrow(
      /DeliveryIsKept/,
    );
    await expect(store.db.awardClosing.deleteMany({})).rejects.toThrow(/DeliveryIsKept/);
    expect(await page(made.panel.author)).toMatchObject({ closes: false, items: [] });
  });
});

describe('lessons', () => {
  const read = async (actor: Actor) => ask(lessonsPage, actor, {});

  test('are for those who commission, and not for experts or visitors', async () => {
    const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    const elsewhere = await actorFor(bare.panel.author.id);
    for (const actor of [made.panel.author, auditor, coordinator, elsewhere])
      expect((await read(actor))?.lessons.map(({ worked }) => worked)).toEqual(['Early access.']);
    for (const actor of [lead, loser, await makeExpert(), visitor()]) expect(await read(actor)).toBeNull();
  });

  test('are hidden behind a wall about the question', async () => {
    const conflicted = await joinTeam(bare.question.asking.teamId, ['author']);
    expect((await read(await actorFor(conflicted.id)))?.lessons).toHaveLength(1);
    await makeWall(made.question.id, conflicted.id, made.second.id);
    expect((await read(await actorFor(conflicted.id)))?.lessons).toEqual([]);
  });

  test('an award closed without a word teaches nothing and is not listed', async () => {
    const { author } = bare.panel;
    const keys = (await page(author, bare.award.reference))?.items ?? [];
    const open = keys.map(({ key }) => ({ key, reason: 'Not needed.' }));
    done(await run(closeAward, author, { reference: bare.award.reference, worked: ' ', open }));
    expect((await read(author))?.lessons).toHaveLength(1);
  });

  test('come in pages by the day of closing, in few queries', async () => {
    const { closedAt } = await store.db.award.findUniqueOrThrow({ where: { id: made.award.id } });
    const at = closedAt?.getTime() ?? 0;
    const before = async (time: number) =>
      (await ask(lessonsPage, made.panel.author, { before: new Date(time).toISOString() }))?.lessons.length;
    expect([await before(at), await before(at + 1)]).toEqual([0, 1]);
    expect(await ask(lessonsPage, made.panel.author, { before: 'last week' })).toMatchObject({ next: null });
    const { queries } = await countingQueries(() => read(made.panel.author));
    expect(queries).toBeLessThanOrEqual(8);
  });
});
