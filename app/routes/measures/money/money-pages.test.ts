import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { COLUMN_NAMES } from '~/domain/ledger/lines-file';
import { reviseFramework } from '~/domain/strategy/commands/revise-framework.server';
import { paths } from '~/paths';
import { readCells } from '../../../../tests/support/csv-cells';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeLine } from '../../../../tests/support/factories/money';
import { makePledge } from '../../../../tests/support/factories/pledges';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { actorFor, makeOrganisation } from '../../../../tests/support/factories/people';
import { makePrioritySet } from '../../../../tests/support/factories/priorities';
import { makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { done } from '../../../../tests/support/outcome';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let who: Readers;
let department: { id: string; slug: string; name: string; reference: string };
let commissioner: { id: string };
const line = (
  over: Omit<Parameters<typeof makeLine>[0], 'recordedById' | 'organisationId'> & { local?: boolean },
) => {
  const { local, ...rest } = over;
  const organisationId = local ? commissioner.id : department.id;
  return makeLine({ recordedById: who.coordinator, organisationId, ...rest });
};
const money = async (filters: Record<string, string> = {}, as = who.coordinator) =>
  visit(paths.money(filters), { as });

beforeAll(async () => {
  who = await makeReaders();
  department = await makeOrganisation({ name: 'Department of Sums', kind: 'central-government-department' });
  commissioner = await makeOrganisation({ name: 'PCC of Nowhere', kind: 'police-and-crime-commissioner' });
});

test('front-line spend of 79, 4 and 17 that nobody splits is entered, with a band for what should be more', async () => {
  await line({ pounds: 79_000_000, strand: 'pursue', estimate: true });
  await line({ pounds: 4_000_000, strand: 'prevent', estimate: true });
  await line({ pounds: 17_000_000, estimate: true });
  const band = {
    ...{
      term: 'strand:prevent',
      low: '10',
      high: '25',
      organisation: department.reference,
      reason: 'Balance',
    },
    ...{ 'holdsFrom.day': '1', 'holdsFrom.month': '4', 'holdsFrom.year': '2025' },
  };
  const set = (over = {}, as = who.coordinator) => send(paths.moneyBands(), { ...band, ...over }, { as });
  expect((await set({}, who.auditor)).status).toBe(403);
  expect((await set({ low: '30' })).messageBeside('high')).toContain('below the lower');
  expect((await set({ low: '130' })).messageBeside('low')).toContain('0 to 100');
  await set();
  expect((await set()).messageBeside('holdsFrom')).toContain('that day already');
  await expect(store.db.moneyBand.updateMany({ data: { low: 0 } })).rejects.toThrow(/RowIsKept/);
});

test('the page says so in its title, an alert, the table and the drawing', async () => {
  const page = await money({ base: 'Front-line spend' });
  expect(page.heading).toBe('Pursue takes 79%, Prevent 4%; 17% is unattributed');
  for (const words of ['£100m known', '31 March 2025', '3 lines of 3, £100m, are estimates'])
    expect(page.text).toContain(words);
  expect(page.text).toContain('Prevent takes 4%, below its band of 10% to 25%. Set by Department of Sums');
  const shares = page.$('section[aria-labelledby="shares-strand"] tbody tr');
  const cells = shares.toArray().map((row) =>
    page
      .$(row)
      .find('th, td')
      .toArray()
      .map((one) => page.$(one).text()),
  );
  expect(cells.map(([name, , share]) => [name, share])).toEqual(
    expect.arrayContaining([
      ['Pursue', '79%'],
      ['Prevent', '4%'],
      ['Unattributed', '17%'],
    ]),
  );
  expect(page.$('.share-bars desc').first().text()).toContain('Prevent: 4%, band 10% to 25%.');
  expect(page.$('main script')).toHaveLength(0);
  expect((await visit(paths.moneyLines({ strand: 'none' }), { as: who.auditor })).text).toContain(
    '£17,000,000',
  );
});

test('ring-fenced, secure, local and overseas shares equal hand counts, and money can be one without the other', async () => {
  const base = 'Sixths';
  await line({ pounds: 10, base, local: true, ringFenced: true });
  await line({ pounds: 20, base, secure: true, overseas: true, intervention: 'financial-sanctions' });
  await line({ pounds: 30, base, overseas: false, conditional: true, intervention: 'disruption' });
  const page = await money({ base });
  const said = page
    .$('.govuk-summary-list__row')
    .toArray()
    .map(
      (row) => `${page.$(row).find('dt').text()}: ${page.$(row).find('dd').text().replaceAll(/\s+/g, ' ')}`,
    );
  for (const words of [
    'From police and crime commissioners and forces: £10 of £60, 16.7% (one sixth)',
    'Ring-fenced for this crime: £10 of £60, 16.7% (one sixth)',
    'Secure for several years: £20 of £60, 33.3% (one third)',
    'Overseas: £20 of £60, 33.3% (one third). By type of action 33.3%: both ways agree. Of £10 nobody said where it goes.',
    'On a condition: £30 of £60, 50% (one half)',
  ])
    expect(said).toContain(words);
  expect(page.text).not.toContain('below its band');
  const csv = await visit(paths.moneyLinesCsv({ base }), { as: who.auditor });
  const [, head = [], ...rows] = readCells(csv.html);
  const at = (row: string[], name: string) => row[head.indexOf(name)];
  const sum = (of: (row: string[]) => boolean) =>
    rows.filter(of).reduce((all, row) => all + Number(at(row, 'Amount £')), 0);
  expect([sum(() => true), sum((row) => at(row, 'Overseas') === 'yes')]).toEqual([60, 20]);
  expect(sum((row) => at(row, 'Type of action') !== '' && at(row, 'Overseas') === 'yes')).toBe(20);
});

test('each pound counts once: an award by its funders and the rest, a promise only until the award is noticed', async () => {
  const made = await makeAward({ state: 'inDelivery' });
  const whole = made.award.amount;
  const fund = (over: object) =>
    store.db.funding.create({
      data: {
        ...{ id: newId(), questionId: made.question.id, organisationId: department.id, amount: 100_000 },
        ...{ certainty: 'firm', recordedAt: new Date(), recordedById: made.panel.author.id, ...over },
      },
    });
  const research = async () => (await money({ base: 'Research through Soundings' })).text;
  const pounds = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
  const known = `£${pounds.format(whole / 1e5)}k known`;
  expect(await research()).toContain(`${known}, in 1 line`);
  const pledge = await makePledge({ questionId: made.question.id, recordedById: made.panel.author.id });
  expect(await research()).toContain(`${known}, in 1 line`);
  await fund({ awardId: made.award.id, fromId: pledge.id, ringFenced: true });
  expect(await research()).toContain(`${known}, in 2 lines`);
  await store.db.wall.create({
    data: {
      id: newId(),
      questionId: made.question.id,
      personId: who.second,
      raisedAt: new Date(),
      reason: 'A sister',
    },
  });
  expect((await money({ base: 'Research through Soundings' }, who.second)).text).toContain(
    'No money is recorded',
  );
});

describe('alignment', () => {
  test('40 on a priority and 60 elsewhere are 0.40; retagging moves it', async () => {
    const set = await makePrioritySet({ kind: 'threat', names: ['Fraud'] });
    const [one, two] = await store.db.term.findMany({
      where: { scheme: 'threatArea', parentId: null, retiredAt: null },
      orderBy: { position: 'asc' },
      take: 2,
    });
    if (!one || !two) throw new Error('two areas');
    await store.db.priority.updateMany({ where: { prioritySetId: set.id }, data: { termId: one.id } });
    const startsOn = new Date('2030-04-01');
    await line({ pounds: 40, activities: 40, areas: [one.slug], startsOn });
    const other = await line({ pounds: 60, activities: 60, areas: [two.slug], startsOn });
    const page = () => visit(paths.moneyAlignment({ of: set.slug, from: '2030-01-01' }), { as: who.auditor });
    const shown = await page();
    expect(shown.heading).toBe('0.40 of activity is on priorities');
    const cells = shown
      .$('tbody tr:nth-child(2) td')
      .toArray()
      .map((one) => shown.$(one).text());
    expect(cells).toEqual(['£40', '£60', '£0', '0.40']);
    const as = who.coordinator;
    const form = await visit(paths.replaceLedgerLine(other.reference), { as });
    expect(form.$(`input[value="${two.slug}"][checked]`)).toHaveLength(1);
    const again = {
      ...{
        organisation: department.slug,
        purpose: other.purpose,
        planned: '60',
        actual: '',
        certainty: 'firm',
      },
      ...{
        condition: '',
        secureFrom: '',
        secureUntil: '',
        base: other.base,
        source: 'Return 8',
        activities: '60',
      },
      ...{ 'startsOn.day': '1', 'startsOn.month': '4', 'startsOn.year': '2030', strand: '', level: '' },
      ...{ 'endsOn.day': '31', 'endsOn.month': '3', 'endsOn.year': '2031', intervention: '', overseas: '' },
      ...{ 'statedOn.day': '1', 'statedOn.month': '4', 'statedOn.year': '2030', areas: [one.slug, two.slug] },
    };
    const replace = (over = {}, by = as) =>
      send(paths.replaceLedgerLine(other.reference), { ...again, ...over }, { as: by });
    expect((await replace({ planned: '' })).messageBeside('planned')).toContain('or both');
    expect((await replace({ strand: 'pounce' })).messageBeside('strand')).toContain('Nothing is called');
    expect((await replace({}, who.auditor)).status).toBe(403);
    const done = await replace();
    expect(done.status).toBe(303);
    expect((await page()).heading).toBe('1.00 of activity is on priorities');
    expect((await replace()).status).toBe(409);
    expect((await visit(paths.ledgerLine(other.reference), { as: who.auditor })).text).toContain('Replaced');
    await expect(store.db.ledgerLine.updateMany({ data: { base: 'x' } })).rejects.toThrow(/RowIsKept/);
  });
});

test('a file is looked at first, entered whole or not at all, and not twice', async () => {
  const row = (purpose: string, over: Record<string, string> = {}) => {
    const cells: Record<string, string> = {
      ...{
        funder: department.name,
        purpose,
        'planned £': '"1,000"',
        certainty: 'firm',
        'first day': '2026-04-01',
      },
      ...{
        'last day': '2027-03-31',
        base: 'From a file',
        'stated on': '2026-03-31',
        source: 'Return 9',
        strand: 'Prevent',
      },
      ...over,
    };
    return COLUMN_NAMES.map((name) => cells[name] ?? '').join(',');
  };
  const file = (...rows: string[]) => [COLUMN_NAMES.join(','), ...rows].join('\n');
  const post = (text: string, enter?: string, as = who.coordinator) =>
    send(paths.importMoney(), { text, enter }, { as });
  const entered = () => store.db.ledgerLine.count({ where: { base: 'From a file' } });
  expect((await post(file(row('a')), undefined, who.auditor)).status).toBe(403);
  expect((await post('mood\nfine')).messageBeside('text')).toContain('lacks');
  const mixed = file(row('One'), row('Two', { funder: 'Nobody' }), row('One'));
  const looked = await post(mixed, 'yes');
  expect(looked.heading).toBe('2 lines of 3 cannot be entered');
  expect(looked.text).toContain('No organisation is called “Nobody”');
  expect(looked.text).toContain('stands twice here');
  const right = file(row('One'), row('Two'));
  expect((await post(right)).heading).toBe('2 lines can be entered');
  expect(await entered()).toBe(0);
  const together = await Promise.all([post(right, 'yes'), post(right, 'yes', who.second)]);
  expect(together.map(({ heading }) => heading).toSorted()).toEqual([
    '2 lines entered',
    '2 lines of 2 cannot be entered',
  ]);
  expect(await entered()).toBe(2);
  expect((await post(right, 'yes')).text).toContain('entered already');
  expect((await money({ base: 'From a file' })).heading).toBe('Prevent takes 100%');
});

test('objectives: mixed known and unknown costs give a sum and what it covers', async () => {
  const item = await store.db.frameworkItem.findFirstOrThrow({
    where: { term: { scheme: 'strand', slug: 'protect' } },
    select: { id: true, name: true, frameworkId: true },
  });
  const { reference, revision, startsWritten, note } = await store.db.framework.findUniqueOrThrow({
    where: { id: item.frameworkId },
  });
  const goesOn = { reference, revision, startsWritten, endsWritten: '', note, changeNote: 'It goes on' };
  done(await run(reviseFramework, await actorFor(who.coordinator), goesOn));
  const costs = async () => {
    const page = await visit(paths.objectiveCosts(), { as: who.coordinator });
    const rows = page
      .$('tbody tr')
      .toArray()
      .map((row) =>
        page
          .$(row)
          .find('th, td')
          .toArray()
          .map((one) => page.$(one).text()),
      );
    return rows.find(([name]) => name?.startsWith(item.name))?.slice(1);
  };
  expect(await costs()).toEqual([
    'Protect',
    'Unknown: no question is about it',
    'Unknown: no question is about it',
  ]);
  const terms = [{ scheme: 'strand' as const, slug: 'protect' }];
  for (const budgetMaximum of [120_000_000, 120_000_000, null])
    await makeQuestion({ terms, data: { budgetMinimum: null, budgetMaximum } });
  expect(await costs()).toEqual([
    'Protect',
    '£2.4m known, 2 of 3 questions costed (67%)',
    'Unknown, 0 of 3 questions costed (0%)',
  ]);
  const areas = ['fraud', 'cyber-crime'].map((slug) => ({ scheme: 'threatArea' as const, slug }));
  const ids = await store.db.term.findMany({ where: { OR: areas }, select: { id: true } });
  await store.db.objectiveVersion.create({
    data: {
      ...{
        id: newId(),
        frameworkItemId: item.id,
        number: 1,
        changeNote: 'Two areas',
        recordedAt: new Date(),
      },
      areas: { create: ids.map(({ id }) => ({ termId: id })) },
    },
  });
  // One that several of its terms tie counts once.
  const data = { budgetMinimum: null, budgetMaximum: 60_000_000 };
  await makeQuestion({ terms: [...terms, ...areas], data });
  await makeQuestion({ terms: areas.slice(1), data });
  expect((await costs())?.slice(1)).toEqual([
    '£3.6m known, 4 of 5 questions costed (80%)',
    'Unknown, 0 of 5 questions costed (0%)',
  ]);
});

test('nobody else reads money together, nor learns that a line is there', async () => {
  for (const as of [who.member, who.committee, who.administrator, who.unverified])
    for (const path of [
      paths.money(),
      paths.moneyLines(),
      paths.moneyLinesCsv(),
      paths.objectiveCosts(),
      paths.moneyAlignment(),
    ])
      expect((await visit(path, { as })).status).toBe(403);
  expect((await visit(paths.money())).location).toContain('/sign-in');
  for (const day of ['soon', '0000-01-01', '9999-12-31'])
    for (const filters of [{ from: day }, { to: day }])
      for (const path of [paths.money(filters), paths.moneyLines(filters), paths.scoreAndSpend(filters)])
        expect([path, (await visit(path, { as: who.auditor })).status]).toEqual([path, 400]);
});
