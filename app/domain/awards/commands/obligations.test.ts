import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { obligationPage } from '../queries/obligation-page.server';
import { obligationsPage } from '../queries/obligations-page.server';
import { addObligation } from './add-obligation.server';
import { advanceObligation } from './advance-obligation.server';
import { signContract } from './sign-contract.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let lead: Person;
let partner: Person;
let loser: Person;
let auditor: Person;
let today: Date;
const inDays = (days: number) => isoDay(addDays(today, days));
const add = async (actor: Person, over: object = {}) =>
  ending(
    await run(addObligation, actor, {
      reference: made.award.reference,
      kind: 'access',
      what: 'Two days at the port',
      recipient: 'The lead',
      dueOn: inDays(3),
      ...over,
    }),
  );
const take = async (actor: Person, obligation: string, step: string, words = '') =>
  ending(await run(advanceObligation, actor, { reference: obligation, step, words }));
const rows = () =>
  store.db.obligation.findMany({ where: { awardId: made.award.id }, orderBy: { position: 'asc' } });
const referenceOf = async (position: number) => (await rows())[position - 1]?.reference ?? '';
const list = (actor: Person) => ask(obligationsPage, actor, { reference: made.award.reference });

beforeAll(async () => {
  const contractTerms = { suppliesData: 'Case files', suppliesDataWeeks: 2, suppliesLiaison: 'Ada' };
  made = await makeAward({ state: 'readyToContract', contractTerms });
  lead = await actorFor(made.first.leadId);
  partner = await actorFor(await joinBid(made.first.id, { role: 'partner' }));
  loser = await actorFor(made.second.leadId);
  auditor = await actorFor((await makePerson({ roles: ['auditor'] })).id);
  today = ukDay(lead.asOf);
});

describe('what the team owes', () => {
  test('begins with the contract, as the terms promised it, and with nothing before', async () => {
    expect(await add(made.panel.author)).toBe('DeliveryIsNotOn');
    expect(await rows()).toEqual([]);
    done(
      await run(signContract, made.panel.author, {
        reference: made.award.reference,
        contractReference: 'HO-9',
        startsOn: inDays(-10),
        endsOn: inDays(300),
      }),
    );
    expect(
      (await rows()).map(({ kind, what, dueOn, inTerms, state }) => [
        kind,
        what,
        isoDay(dueOn),
        inTerms,
        state,
      ]),
    ).toEqual([
      ['data', 'Case files', inDays(4), true, 'due'],
      ['liaison', 'Ada', inDays(-10), true, 'due'],
    ]);
    expect(await store.db.awardPlan.count()).toBe(1);
  });

  test('is added to by the team alone, of a known kind, to somebody, by a real day', async () => {
    for (const actor of [lead, partner, auditor, made.panel.budgetHolder])
      expect(await add(actor)).toBe('denied');
    expect(await add(loser)).toBe('hidden');
    for (const over of [
      { kind: 'money' },
      { what: ' ' },
      { recipient: '' },
      { dueOn: '2027-02-30' },
      { what: 'x'.repeat(1001) },
    ])
      expect(await add(made.panel.author, over)).toBe('invalid');
    expect(await add(made.panel.owner)).toBe('done');
    const [, , added] = await rows();
    expect(added).toMatchObject({ position: 3, kind: 'access', inTerms: false, state: 'due' });
  });

  test('has fifty entries at most', async () => {
    const rest = Array.from({ length: 46 }, (_, i) => ({
      id: crypto.randomUUID(),
      reference: `MANY${String(i).padStart(4, '0')}`,
      awardId: made.award.id,
      position: i + 4,
      kind: 'other',
      what: `Thing ${i}`,
      recipient: 'The lead',
      dueOn: addDays(today, 100),
      state: 'due',
    }));
    await store.db.obligation.createMany({ data: rest });
    const both = await Promise.all([1, 2].map(() => add(made.panel.author)));
    expect(both.sort()).toEqual(['ObligationsAreTooMany', 'done']);
    expect(await rows()).toHaveLength(50);
  });
});

describe('an obligation', () => {
  test('is met by the team with words, and disputed by the winner as often as it takes', async () => {
    const { author } = made.panel;
    const data = await referenceOf(1);
    for (const actor of [lead, partner, auditor, made.panel.budgetHolder])
      expect(await take(actor, data, 'meet', 'Sent.')).toBe('denied');
    expect(await take(author, data, 'dispute', 'Nothing came.')).toBe('denied');
    expect(await take(partner, data, 'dispute', 'Nothing came.')).toBe('denied');
    expect(await take(loser, data, 'dispute', 'Nothing came.')).toBe('hidden');
    expect(await take(author, data, 'meet', '  ')).toBe('WordsAreMissing');
    expect(await take(author, data, 'waive', 'No.')).toBe('invalid');
    const twice = await Promise.all([1, 2].map(() => take(author, data, 'meet', 'On a drive.')));
    expect(twice.sort()).toEqual(['StepIsNotNext', 'done']);
    expect(await take(lead, data, 'dispute', 'It is empty.')).toBe('done');
    expect(await take(lead, data, 'dispute', 'Still.')).toBe('StepIsNotNext');
    expect(await take(author, data, 'meet', 'A new drive.')).toBe('done');
    const facts = await store.db.fact.findMany({
      where: { nounId: made.award.id, name: { startsWith: 'ObligationWas' } },
      orderBy: { number: 'asc' },
    });
    expect(facts.slice(-3).map(({ name }) => name)).toEqual([
      'ObligationWasMet',
      'ObligationWasDisputed',
      'ObligationWasMet',
    ]);
  });

  test.each(['constructor', 'toString', '__proto__', ''])('has no step called “%s”', async (step) => {
    expect(await take(made.panel.author, await referenceOf(3), step, 'Words')).toBe('invalid');
  });

  test('is kept in its kind and states by the database', async () => {
    const { db } = store;
    const where = { reference: await referenceOf(1) };
    await expect(db.obligation.update({ where, data: { state: 'due' } })).rejects.toThrow(/StepIsNotNext/);
    await expect(db.obligation.update({ where, data: { kind: 'money' } })).rejects.toThrow(/obligation_kind/);
    await expect(db.obligation.update({ where, data: { what: ' ' } })).rejects.toThrow(/obligation_what/);
  });
});

describe('the pages of obligations', () => {
  test('show the same to both sides, in the order of their days, and nothing to others', async () => {
    const [forTeam, forWinner] = [await list(made.panel.author), await list(lead)];
    expect(forWinner?.obligations).toEqual(forTeam?.obligations);
    expect([forTeam?.canAdd, forWinner?.canAdd, (await list(auditor))?.canAdd]).toEqual([true, false, false]);
    const days = forTeam?.obligations.map(({ dueOn }) => dueOn.getTime()) ?? [];
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(forTeam?.obligations.slice(0, 2).map(({ what, stateName }) => [what, stateName])).toEqual([
      ['Ada', 'Overdue'],
      ['Two days at the port', 'Due'],
    ]);
    expect(await list(loser)).toBeNull();
    expect(await ask(obligationPage, loser, { reference: await referenceOf(1) })).toBeNull();
  });

  test('ask as few queries for fifty as for one', async () => {
    const all = await countingQueries(() => list(lead));
    const first = await referenceOf(1);
    const one = await countingQueries(() => ask(obligationPage, lead, { reference: first }));
    expect(Math.max(all.queries, one.queries)).toBeLessThanOrEqual(8);
  });

  test('turn overdue with the day after, offer each side its steps, and tell who said what', async () => {
    await moveClock('4 days');
    const [winner, author] = [await actorFor(lead.id), await actorFor(made.panel.author.id)];
    const third = { reference: await referenceOf(3) };
    expect(await ask(obligationPage, winner, third)).toMatchObject({ state: 'overdue', inTerms: false });
    const keys = async (actor: Person, reference: string) =>
      (await ask(obligationPage, actor, { reference }))?.steps.map(({ key }) => key);
    expect(await keys(winner, third.reference)).toEqual(['dispute']);
    expect(await keys(author, third.reference)).toEqual(['meet']);
    const first = await ask(obligationPage, author, { reference: await referenceOf(1) });
    expect(first?.history.map(({ step, words }) => [step, words])).toEqual([
      ['meet', 'On a drive.'],
      ['dispute', 'It is empty.'],
      ['meet', 'A new drive.'],
    ]);
    expect(first?.steps).toEqual([]);
  });

  test('offer nothing once the award is closed', async () => {
    await store.db.award.update({ where: { id: made.award.id }, data: { closedAt: new Date() } });
    const winner = await actorFor(lead.id);
    const first = await referenceOf(1);
    expect(await take(winner, first, 'dispute', 'Late.')).toBe('AwardIsClosed');
    expect((await ask(obligationPage, winner, { reference: first }))?.steps).toEqual([]);
    expect((await list(await actorFor(made.panel.author.id)))?.canAdd).toBe(false);
  });
});
