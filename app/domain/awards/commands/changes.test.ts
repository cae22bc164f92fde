import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid, makeExpert } from '../../../../tests/support/factories/bids';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { CHANGE_KIND_CODES, type ChangeKind } from '../changes/change-request';
import type { KeptPlan } from '../changes/keep-plan.server';
import { changePage } from '../queries/change-page.server';
import { changesPage } from '../queries/changes-page.server';
import { planPage } from '../queries/plan-page.server';
import { advanceChange } from './advance-change.server';
import { askChange } from './ask-change.server';
import { deliver } from './deliver.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let people: Record<'lead' | 'editor' | 'partner' | 'loser' | 'auditor' | 'outsider', Person>;
let today: Date;
const reference = () => made.award.reference;
const inDays = (days: number) => isoDay(addDays(today, days));
const asked = (kind: ChangeKind, actor: Person, fields: object, of = reference()) =>
  run(askChange(kind), actor, { reference: of, reason: 'Access came late.', ...fields });
const take = async (actor: Person, change: string, step: string, words = '') =>
  ending(await run(advanceChange, actor, { reference: change, step, words }));
const award = () => store.db.award.findUniqueOrThrow({ where: { id: made.award.id } });
const milestones = () =>
  store.db.milestone.findMany({ where: { awardId: made.award.id }, orderBy: { position: 'asc' } });
const facts = async () =>
  (
    await store.db.fact.findMany({
      where: { nounId: made.award.id, name: { contains: 'Change' } },
      orderBy: { number: 'asc' },
    })
  ).map(({ name, data }) => [name, (data as { kind: string }).kind]);

/** Asked by one side, accepted by the other. */
async function changed(kind: ChangeKind, fields: object): Promise<string> {
  const { reference: change } = done(await asked(kind, people.lead, fields));
  expect(await take(made.panel.owner, change, 'accept')).toBe('done');
  return change;
}

beforeAll(async () => {
  made = await makeAward({
    state: 'inDelivery',
    milestones: [
      { title: 'Protocol', amount: 0 },
      { title: 'Interim report', amount: 2_000_000 },
      { title: 'Final report', amount: 4_000_000 },
    ],
  });
  const actor = async (id: string) => actorFor(id);
  people = {
    lead: await actor(made.first.leadId),
    editor: await actor(await joinBid(made.first.id)),
    partner: await actor(await joinBid(made.first.id, { role: 'partner' })),
    loser: await actor(made.second.leadId),
    auditor: await actor((await makePerson({ roles: ['auditor'] })).id),
    outsider: await makeExpert(),
  };
  today = ukDay(people.lead.asOf);
});

describe('a change is asked', () => {
  const scope = { text: 'Two more ports.' };

  test('by either side alone, with a reason, and is hidden from everybody else', async () => {
    const { author, budgetHolder, evaluators } = made.panel;
    for (const actor of [people.partner, budgetHolder, evaluators[0], people.auditor])
      expect(ending(await asked('scope', actor, scope))).toBe('denied');
    for (const actor of [people.loser, people.outsider])
      expect(ending(await asked('scope', actor, scope))).toBe('hidden');
    expect(ending(await asked('scope', author, { ...scope, reason: '  ' }))).toBe('invalid');
    expect(ending(await asked('scope', author, {}))).toBe('invalid');
    expect(await store.db.changeRequest.count()).toBe(0);
  });

  test('once of a kind, even by two people at the same moment, and taken back by its own side alone', async () => {
    const both = await Promise.all(
      [people.lead, people.editor].map((actor) =>
        asked('scope', actor, { ...scope, position: 2, title: 'Half' }),
      ),
    );
    expect(both.map(ending).sort()).toEqual(['ChangeIsAsked', 'done']);
    expect(ending(await asked('scope', made.panel.author, scope))).toBe('ChangeIsAsked');
    const { reference: change } = await store.db.changeRequest.findFirstOrThrow({});
    expect(await take(made.panel.owner, change, 'withdraw')).toBe('denied');
    expect(await take(people.partner, change, 'withdraw')).toBe('denied');
    expect(await take(people.loser, change, 'withdraw')).toBe('hidden');
    expect(await take(people.editor, change, 'withdraw')).toBe('done');
    expect(await take(made.panel.owner, change, 'accept')).toBe('StepIsNotNext');
    expect((await milestones())[1]?.title).toBe('Interim report');
    expect(await store.db.awardPlan.count()).toBe(0);
    expect(await facts()).toEqual([
      ['ChangeWasRequested', 'scope'],
      ['ChangeRequestWasWithdrawn', 'scope'],
    ]);
  });

  test('only between contract and closing', async () => {
    const closed = await makeAward({ state: 'closed' });
    const ready = await makeAward({ state: 'readyToContract' });
    for (const { award: other, panel } of [closed, ready])
      expect(ending(await asked('scope', panel.author, scope, other.reference))).toBe('DeliveryIsNotOn');
  });

  test('is kept as it was asked, by the database', async () => {
    const { db } = store;
    for (const data of [{ reason: 'Other' }, { proposal: {} }, { kind: 'dates' }, { side: 'team' }])
      await expect(db.changeRequest.updateMany({ data })).rejects.toThrow(/DeliveryIsKept/);
    await expect(db.changeRequest.deleteMany({})).rejects.toThrow(/DeliveryIsKept/);
    await expect(db.changeRequest.updateMany({ data: { state: 'accepted' } })).rejects.toThrow(
      /StepIsNotNext/,
    );
  });
});

describe('an accepted change', () => {
  test('of dates is the plan from then on, and the plan before stays readable', async () => {
    const rows = [{ position: 3, dueOn: inDays(100) }];
    const { reference: change } = done(await asked('dates', people.lead, { endsOn: inDays(120), rows }));
    expect(await take(people.lead, change, 'accept')).toBe('denied');
    expect(await take(made.panel.author, change, 'accept')).toBe('denied');
    expect(await take(people.auditor, change, 'accept')).toBe('denied');
    expect(await take(made.panel.owner, change, 'decline')).toBe('WordsAreMissing');
    const twice = await Promise.all([1, 2].map(() => take(made.panel.owner, change, 'accept')));
    expect(twice.sort()).toEqual(['StepIsNotNext', 'done']);
    const plans = await store.db.awardPlan.findMany({ orderBy: { number: 'asc' } });
    const [before, after] = plans.map(({ plan }) => plan as unknown as KeptPlan);
    expect(plans.map(({ number, changeRequestId }) => [number, changeRequestId !== null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect([before?.endsOn, before?.milestones[2]?.dueOn]).toEqual([inDays(90), inDays(60)]);
    expect([after?.endsOn, after?.milestones[2]?.dueOn]).toEqual([inDays(120), inDays(100)]);
    expect(before?.people.map(({ role }) => role).sort()).toEqual(['editor', 'lead', 'partner']);
  });

  test('is the only way to another plan: the database refuses every other', async () => {
    const { db } = store;
    const own = { awardId: made.award.id };
    for (const data of [{ dueOn: today }, { title: 'Other' }, { amount: 1 }, { cancelledAt: new Date() }])
      await expect(db.milestone.updateMany({ where: own, data })).rejects.toThrow(/ContractIsSigned/);
    for (const data of [{ endsOn: addDays(today, 900) }, { amount: 7_000_000 }, { terminatedOn: today }])
      await expect(db.award.update({ where: { id: made.award.id }, data })).rejects.toThrow(
        /ContractIsSigned/,
      );
    await expect(db.awardPlan.deleteMany({})).rejects.toThrow(/DeliveryIsKept/);
    await expect(db.awardPlan.updateMany({ data: { number: 9 } })).rejects.toThrow(/DeliveryIsKept/);
  });

  test('of the budget moves money between milestones, never to one the award does not have', async () => {
    const budget = (...rows: [number, string][]) => ({
      rows: rows.map(([position, amount]) => ({ position, amount })),
    });
    expect(ending(await asked('budget', people.lead, budget([2, '£20,001'])))).toBe('MilestonesDoNotAddUp');
    expect(ending(await asked('budget', people.lead, budget([9, '£0'])))).toBe('MilestoneIsUnknown');
    await changed('budget', budget([2, '£50,000'], [3, '£10,000']));
    expect((await milestones()).map(({ amount }) => amount)).toEqual([0, 5_000_000, 1_000_000]);
  });

  test('of the budget leaves no milestone below what was claimed for it', async () => {
    const [, interim] = await milestones();
    const claim = {
      id: crypto.randomUUID(),
      reference: 'CLA1MED2',
      milestoneId: interim?.id ?? '',
      amount: 4_000_000,
      state: 'new',
      madeAt: new Date(),
      madeById: people.lead.id,
    };
    await store.db.paymentClaim.create({ data: claim });
    const rows = [
      { position: 2, amount: '£39,999' },
      { position: 3, amount: '£20,001' },
    ];
    const { reference: change } = done(await asked('budget', people.lead, { rows }));
    expect(await take(made.panel.owner, change, 'accept')).toBe('ClaimsExceedTheMilestone');
    expect((await milestones()).map(({ amount }) => amount)).toEqual([0, 5_000_000, 1_000_000]);
    const row = await store.db.changeRequest.findUniqueOrThrow({ where: { reference: change } });
    expect(row.state).toBe('asked');
    expect(await take(made.panel.owner, change, 'decline', 'It was claimed.')).toBe('done');
    await store.db.paymentClaim.updateMany({ data: { state: 'withdrawn' } });
  });

  test('of people lets one in and another out, but neither the lead out nor the asking side in', async () => {
    const { author, owner } = made.panel;
    expect(ending(await asked('people', people.lead, { leaves: people.lead.reference }))).toBe('LeadStays');
    expect(ending(await asked('people', people.lead, { joins: people.editor.reference }))).toBe(
      'PersonIsThere',
    );
    const unverified = await makePerson({ verified: false });
    expect(ending(await asked('people', people.lead, { joins: unverified.reference }))).toBe(
      'PersonIsUnknown',
    );
    for (const { reference: joins } of [author, owner, made.panel.evaluators[0]])
      expect(ending(await asked('people', people.lead, { joins }))).toBe('PersonAsks');
    const comes = await makeExpert();
    expect(ending(await asked('scope', comes, { text: 'Mine' }))).toBe('hidden');
    await changed('people', { leaves: people.editor.reference, joins: comes.reference, role: 'editor' });
    const { reference: own } = done(await asked('scope', await actorFor(comes.id), { text: 'More.' }));
    expect(await take(await actorFor(comes.id), own, 'withdraw')).toBe('done');
    expect(ending(await asked('scope', people.editor, { text: 'Still here' }))).toBe('hidden');
    await changed('people', { joins: people.editor.reference, role: 'partner' });
    expect(ending(await asked('scope', people.editor, { text: 'Back as a partner' }))).toBe('denied');
  });

  test('of scope renames a milestone; a suspension stands until its last day', async () => {
    await changed('scope', { text: 'Half of the ports.', position: '3', title: 'Short report' });
    expect((await milestones())[2]?.title).toBe('Short report');
    await changed('suspension', { from: inDays(1), until: inDays(30) });
    const { suspendedFrom, suspendedUntil } = await award();
    expect([suspendedFrom, suspendedUntil].map((day) => day && isoDay(day))).toEqual([inDays(1), inDays(30)]);
  });

  test('that ends the work early cancels what was not accepted, and it happens once', async () => {
    const [protocol] = await milestones();
    await store.db.deliverable.create({
      data: {
        id: crypto.randomUUID(),
        reference: 'PR0T0C0L',
        milestoneId: protocol?.id ?? '',
        title: 'Protocol',
        summary: 'How.',
        deliveredAt: new Date(),
        deliveredById: people.lead.id,
        acceptedAt: new Date(),
      },
    });
    expect(ending(await asked('termination', people.lead, { lastDay: inDays(121) }))).toBe('EndIsNotEarly');
    await changed('termination', { lastDay: inDays(10) });
    expect((await milestones()).map(({ cancelledAt }) => cancelledAt !== null)).toEqual([false, true, true]);
    const ended = await award();
    expect(ended.terminatedOn && isoDay(ended.terminatedOn)).toBe(inDays(10));
    expect(ended.closedAt).toBeNull();
    const handed = { reference: reference(), title: 'Late', summary: 'Yes.', limits: '' };
    for (const position of [2, 3])
      expect(ending(await run(deliver, people.lead, { ...handed, position }))).toBe('MilestoneIsCancelled');
  });
});

describe('the pages of change', () => {
  test('are for both sides, whoever watches them, and nobody else', async () => {
    const change = await store.db.changeRequest.findFirstOrThrow({ where: { kind: 'dates' } });
    const see = async (actor: Person) => [
      await ask(changesPage, actor, { reference: reference() }),
      await ask(changePage, actor, { reference: change.reference }),
      await ask(planPage, actor, { reference: reference(), number: '1' }),
    ];
    for (const actor of [people.lead, people.partner, made.panel.owner, people.auditor])
      expect((await see(actor)).filter((page) => page === null)).toEqual([]);
    for (const actor of [people.loser, people.outsider]) expect(await see(actor)).toEqual([null, null, null]);
  });

  test('tell what was proposed, who did what with it, and offer nothing once it is answered', async () => {
    const { reference: change } = await store.db.changeRequest.findFirstOrThrow({ where: { kind: 'dates' } });
    const page = await ask(changePage, made.panel.owner, { reference: change });
    expect(page).toMatchObject({ kind: 'Dates', side: 'winner', stateName: 'Accepted', steps: [] });
    expect(page?.lines.map(({ what }) => what)).toEqual(['Last day of the contract', 'Short report']);
    expect(page?.history.map(({ step, byName }) => [step, byName])).toEqual([
      ['ask', people.lead.name],
      ['accept', made.panel.owner.name],
    ]);
  });

  test('ask as few queries for every plan and request as for one', async () => {
    const page = await ask(changesPage, people.lead, { reference: reference() });
    expect(page).toMatchObject({ side: 'winner', canAsk: true });
    expect(page?.plans.length).toBeGreaterThan(5);
    expect(new Set(page?.requests.map(({ kind }) => kind)).size).toBe(CHANGE_KIND_CODES.length);
    const { queries } = await countingQueries(() =>
      ask(changesPage, people.lead, { reference: reference() }),
    );
    expect(queries).toBeLessThanOrEqual(8);
    const watching = await ask(changesPage, people.auditor, { reference: reference() });
    expect(watching).toMatchObject({ side: null, canAsk: false });
  });
});
