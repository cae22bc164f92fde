import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor, Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { fundingPage } from '../queries/funding-page.server';
import { addFunding } from './add-funding.server';
import { recordTranche } from './record-tranche.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let lead: Person;
let loser: Person;
let auditor: Person;
let today: Date;
let funders: { slug: string; name: string }[];
const inDays = (days: number) => isoDay(addDays(today, days));
const reference = () => made.award.reference;

const wanted = (over: object = {}, of = 0) => ({
  reference: reference(),
  organisation: funders[of]?.slug ?? '',
  amount: '£40,000',
  certainty: 'firm',
  tranches: [
    { plannedOn: inDays(1), plannedAmount: '£30,000' },
    { plannedOn: inDays(200), plannedAmount: '£10,000' },
  ],
  ...over,
});
const add = async (actor: Actor, over: object = {}, of = 0) =>
  ending(await run(addFunding, actor, wanted(over, of)));
const arrive = (actor: Actor, tranche: string, over: object = {}) =>
  run(recordTranche, actor, { reference: tranche, actualOn: inDays(0), actualAmount: '£30,000', ...over });
const trancheAt = (position: number) => store.db.tranche.findFirstOrThrow({ where: { position } });

beforeAll(async () => {
  made = await makeAward({ state: 'inDelivery' });
  lead = await actorFor(made.first.leadId);
  loser = await actorFor(made.second.leadId);
  auditor = await actorFor((await makePerson({ roles: ['auditor'] })).id);
  today = ukDay(lead.asOf);
  funders = [await makeOrganisation({ name: 'Ports Fund' }), await makeOrganisation({ name: 'Rail Fund' })];
});

describe('funding', () => {
  test('is recorded by those who ask and pay; who delivers is told of none', async () => {
    const { evaluators, moderator } = made.panel;
    for (const actor of [lead, evaluators[0], moderator, auditor]) expect(await add(actor)).toBe('denied');
    expect(await add(loser)).toBe('hidden');
    expect(await add({ kind: 'visitor', asOf: lead.asOf })).toBe('hidden');
    expect(await store.db.funding.count()).toBe(0);
  });

  test.each<[string, object, string]>([
    ['nothing', { amount: '£0' }, 'FundingIsNothing'],
    ['no amount', { amount: 'a lot' }, 'invalid'],
    ['an unknown organisation', { organisation: 'nobody' }, 'OrganisationIsUnknown'],
    ['an unknown certainty', { certainty: 'likely' }, 'invalid'],
    ['a condition without words', { certainty: 'conditional', condition: ' ' }, 'ConditionIsMissing'],
    ['one year of two', { secureFrom: '2027' }, 'YearsAreWrong'],
    ['years backwards', { secureFrom: '2028', secureUntil: '2027' }, 'YearsAreWrong'],
    ['a year of long ago', { secureFrom: '1999', secureUntil: '2027' }, 'invalid'],
    ['no tranche', { tranches: [] }, 'invalid'],
    ['tranches of less', { amount: '£40,000.01' }, 'TranchesDoNotAddUp'],
    ['tranches of more', { amount: '£39,999.99' }, 'TranchesDoNotAddUp'],
    ['more than the award', { amount: '£60,000.01', tranches: [] }, 'invalid'],
  ])('is refused with %s', async (_, over, name) => {
    expect(await add(made.panel.author, over)).toBe(name);
  });

  test('is refused with an empty tranche, with 21 of them, and above the award', async () => {
    const one = (plannedAmount: string) => ({ plannedOn: inDays(1), plannedAmount });
    const { author } = made.panel;
    expect(await add(author, { tranches: [one('£40,000'), one('£0')] })).toBe('TranchesDoNotAddUp');
    const many = Array.from({ length: 21 }, () => one('£1'));
    expect(await add(author, { amount: '£21', tranches: many })).toBe('invalid');
    expect(await add(author, { amount: '£60,000.01', tranches: [one('£60,000.01')] })).toBe(
      'FundingExceedsTheAward',
    );
    expect(await store.db.funding.count()).toBe(0);
    expect(await store.db.fact.count({ where: { name: 'FundingWasRecorded' } })).toBe(0);
  });

  test('is one of an organisation, even entered twice at once; together they give no more than the award', async () => {
    const { author, budgetHolder } = made.panel;
    const conditional = { certainty: 'conditional', condition: 'The spending review', ringFenced: 'on' };
    const both = await Promise.all([author, budgetHolder].map((actor) => add(actor, conditional)));
    expect(both.sort()).toEqual(['FunderIsThere', 'done']);
    expect(await add(author, { organisation: funders[1]?.slug })).toBe('FundingExceedsTheAward');
    const rest = {
      amount: '£20,000',
      condition: 'typed, though firm',
      tranches: [{ plannedOn: inDays(5), plannedAmount: '£20,000' }],
    };
    expect(await add(author, { ...rest, secureFrom: '2027', secureUntil: '2027' }, 1)).toBe('done');
    const rows = await store.db.funding.findMany({ orderBy: { amount: 'desc' } });
    expect(
      rows.map(({ amount, condition, ringFenced, secureFrom }) => [
        amount,
        condition,
        ringFenced,
        secureFrom,
      ]),
    ).toEqual([
      [4_000_000, 'The spending review', true, null],
      [2_000_000, '', false, 2027],
    ]);
  });

  test('that is over is recorded no more', async () => {
    const closed = await makeAward({ state: 'closed' });
    const over = { reference: closed.award.reference };
    expect(ending(await run(addFunding, closed.panel.author, wanted(over)))).toBe('AwardIsOver');
  });

  test('has limits that the database holds', async () => {
    const { db } = store;
    const first = await trancheAt(1);
    const more = { ...first, id: crypto.randomUUID(), reference: 'TRANCHE2', position: 9, plannedAmount: 1 };
    await expect(db.tranche.create({ data: more })).rejects.toThrow(/TranchesExceedTheFunding/);
    for (const data of [{ actualOn: today }, { actualAmount: 5 }, { plannedAmount: 0 }])
      await expect(db.tranche.update({ where: { id: first.id }, data })).rejects.toThrow(/tranche_/);
    for (const data of [
      { amount: 0 },
      { certainty: 'hoped' },
      { condition: 'x', certainty: 'firm' },
      { secureFrom: 2027, secureUntil: null },
    ])
      await expect(db.funding.updateMany({ data })).rejects.toThrow(/funding_/);
  });
});

describe('a tranche', () => {
  test('arrives once, on a day that has come, and how late it was is counted', async () => {
    await moveClock('31 days');
    const author = await actorFor(made.panel.author.id);
    const { reference: tranche } = await store.db.tranche.findFirstOrThrow({
      where: { plannedAmount: 3_000_000 },
    });
    expect(ending(await arrive(lead, tranche))).toBe('denied');
    expect(ending(await arrive(loser, tranche))).toBe('hidden');
    expect(ending(await arrive(author, tranche, { actualOn: inDays(32) }))).toBe('DayIsAhead');
    expect(ending(await arrive(author, tranche, { actualAmount: '0' }))).toBe('TrancheIsNothing');
    const page = await ask(fundingPage, author, { reference: reference() });
    expect(page?.ledger).toEqual({
      planned: 6_000_000,
      arrived: 0,
      outstanding: 5_000_000,
      mostDaysLate: 30,
    });
    const own = { actualOn: inDays(11), actualAmount: '£29,000' };
    const both = await Promise.all([1, 2].map(() => arrive(author, tranche, own)));
    expect(both.map(ending).sort()).toEqual(['TrancheHasArrived', 'done']);
    const facts = await store.db.fact.findMany({ where: { name: 'TrancheWasReceived' } });
    expect(facts.map(({ data }) => data)).toMatchObject([{ daysLate: 10, amount: 2_900_000 }]);
    await expect(store.db.tranche.updateMany({ data: { actualOn: today, actualAmount: 1 } })).rejects.toThrow(
      /TrancheHasArrived/,
    );
  });

  test('can arrive earlier than planned, which is not late', async () => {
    const { reference: tranche } = await store.db.tranche.findFirstOrThrow({
      where: { plannedAmount: 1_000_000 },
    });
    done(await arrive(await actorFor(made.panel.budgetHolder.id), tranche, { actualAmount: '£12,000' }));
    const fact = await store.db.fact.findFirstOrThrow({
      where: { name: 'TrancheWasReceived' },
      orderBy: { number: 'desc' },
    });
    expect(fact.data).toMatchObject({ daysLate: 0 });
  });
});

describe('the page of funding', () => {
  const see = async (id: string) => ask(fundingPage, await actorFor(id), { reference: reference() });

  test('is for those who ask, pay or watch, and never for the winner', async () => {
    for (const id of [made.panel.author.id, made.panel.budgetHolder.id, auditor.id])
      expect((await see(id))?.funders).toHaveLength(2);
    for (const id of [lead.id, loser.id]) expect(await see(id)).toBeNull();
  });

  test('adds up, says each tranche’s days, and lets only those act who may', async () => {
    const page = await see(made.panel.author.id);
    expect(page?.ledger).toMatchObject({ arrived: 4_100_000, outstanding: 2_000_000 });
    expect(
      page?.funders.map(({ organisation, certainty, condition }) => [organisation, certainty, condition]),
    ).toEqual([
      ['Ports Fund', 'On a condition', 'The spending review'],
      ['Rail Fund', 'Firm', ''],
    ]);
    expect(page?.funders.flatMap(({ tranches }) => tranches.map(({ daysLate }) => daysLate))).toEqual([
      10, 0, 26,
    ]);
    expect(page?.may).toEqual({ add: true, record: true });
    expect(await see(auditor.id)).toMatchObject({ may: { add: false, record: false }, organisations: [] });
  });

  test('asks a bounded number of queries', async () => {
    const author = await actorFor(made.panel.author.id);
    const { queries } = await countingQueries(() => ask(fundingPage, author, { reference: reference() }));
    expect(queries).toBeLessThanOrEqual(8);
  });
});
