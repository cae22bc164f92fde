import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { readCells } from '../../../../tests/support/csv-cells';
import { useDatabase } from '../../../../tests/support/database';
import { makeMeasure, makeValue } from '../../../../tests/support/factories/measures';
import { makePrioritySet } from '../../../../tests/support/factories/priorities';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let who: Readers;
let set: Awaited<ReturnType<typeof makePrioritySet>>;
let disruptions: { id: string; reference: string };
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const count = (measureId: string, startsOn: string, value: number, more = {}) =>
  makeValue({ measureId, recordedById: who.coordinator, startsOn: day(startsOn), value, ...more });

beforeAll(async () => {
  who = await makeReaders();
  set = await makePrioritySet({ names: ['Fewer victims', 'Less money'] });
  const [first] = set.priorities;
  disruptions = await makeMeasure({
    ...{ createdById: who.coordinator, priorityId: first?.id ?? '', name: 'Disruptions' },
    ...{ class: 'output', part: 'effort', wanted: 'higher' },
  });
  await count(disruptions.id, '2025-01-01', 10);
  await count(disruptions.id, '2025-04-01', 12);
});

const live = (filters: Record<string, string> = {}, as = who.member) =>
  visit(paths.liveScorecard({ of: set.slug, period: '2025-Q2', ...filters }), { as });
const lines = async (path: string, as = who.member) => readCells((await visit(path, { as })).html);

test('a card that holds only disruptions says “no outcome measure”, and unknown cells are unknown', async () => {
  const page = await live();
  expect(page.heading).toBe('1 of 6 cells are filled, with no outcome measure');
  expect(page.text).toContain('No outcome measure');
  expect(page.text.match(/Unknown/g)).toHaveLength(5);
  expect(page.$('main script')).toHaveLength(0);
  const { $ } = page;
  expect($(`a[href^="${paths.measureRecord(disruptions.reference)}#"]`).length).toBe(1);
  const areas = await live({ of: 'areas' });
  expect(areas.heading).toBe('Nothing is counted for this period');
  expect((await live({ of: 'no-such-list' })).status).toBe(404);
  expect((await live({ period: '2025-Q9' })).status).toBe(404);
});

test('without a list the card opens on the one in force that has most to show', async () => {
  const { document } = await makePrioritySet({ names: ['Nothing counted'] });
  const opened = await visit(paths.liveScorecard({ period: '2025-Q2' }), { as: who.member });
  expect(opened.heading).toBe('1 of 6 cells are filled, with no outcome measure');
  expect(opened.$('#of option[selected]').attr('value')).toBe(set.slug);
  expect(opened.text).toContain(document);
  const area = await termCalled('threatArea', 'illegal-drugs');
  const ofArea = await makeMeasure({ createdById: who.coordinator, termId: area.id, name: 'Purity' });
  await count(ofArea.id, '2025-10-01', 3);
  const areas = await visit(paths.liveScorecard({ period: '2025-Q4' }), { as: who.member });
  expect(areas.$('#of option[selected]').attr('value')).toBe('areas');
  const silent = await visit(paths.liveScorecard({ period: '2019-Q1' }), { as: who.member });
  expect([silent.status, silent.heading]).toEqual([200, 'Nothing is counted for this period']);
});

test('two periods are compared by the same definition alone, and a year is not the figure of a quarter', async () => {
  const [, second] = set.priorities;
  const yearly = await makeMeasure({
    ...{
      createdById: who.coordinator,
      priorityId: second?.id ?? '',
      name: 'Money moved',
      periodKind: 'year',
    },
    part: 'threatReduction',
  });
  await count(yearly.id, '2025-01-01', 7);
  expect((await live()).text).not.toContain('Money moved');
  expect((await live({ period: '2025' })).text).toContain('Money moved');
  expect((await live({ beside: '2025-Q1' })).text).toContain('+2 cases, better');
  await store.db.measureVersion.create({
    data: {
      ...{ measureId: disruptions.id, number: 2, definition: 'Wider', method: 'Counted', source: 'Returns' },
      ...{
        changeNote: 'Wider',
        holdsFrom: day('2025-07-01'),
        recordedById: who.coordinator,
        recordedAt: new Date(),
      },
    },
  });
  await count(disruptions.id, '2025-07-01', 40, { version: 2 });
  expect((await live({ period: '2025-Q3', beside: '2025-Q2' })).text).toContain('Defined anew: not compared');
});

test('every figure and the completeness are worked out again from the export alone', async () => {
  const [head = [], ...rows] = await lines(paths.liveScorecardCsv({ of: set.slug, period: '2025-Q2' }));
  const at = (row: string[], name: string) => row[head.indexOf(name)];
  expect(rows).toHaveLength(6);
  const filled = rows.filter((row) => at(row, 'Filled') === '1');
  expect(
    filled.map((row) => [at(row, 'Measure'), at(row, 'Figure'), at(row, 'Unit'), at(row, 'Class')]),
  ).toEqual([['Disruptions', '12', 'cases', 'Output']]);
  expect((await live()).heading).toContain(`${filled.length} of ${rows.length} cells`);
});

test('issued it is frozen, numbered and dated; a correction shows beside it and not in it', async () => {
  const issue = (as: string, period = '2025-Q2') =>
    send(paths.liveScorecard(), { of: set.slug, period, note: '' }, { as });
  expect((await issue(who.member)).status).toBe(403);
  expect((await issue(who.coordinator, '2098-Q4')).text).toContain('once its period is over');
  expect((await issue(who.coordinator, '2019-Q1')).text).toContain('nothing to issue');
  const issued = (await issue(who.coordinator)).location ?? '';
  const before = await visit(issued, { as: who.committee });
  expect(before.heading).toBe('1 of 6 cells are filled, with no outcome measure');
  expect(before.text).toContain('Number 1');
  expect(before.$('main a[href*="/measures/"]')).toHaveLength(0);

  const standing = await store.db.measureValue.findFirstOrThrow({
    where: { measureId: disruptions.id, value: 12 },
  });
  await count(disruptions.id, '2025-04-01', 15, { supersedesId: standing.id, note: 'Three were missed' });
  const after = await visit(issued, { as: who.auditor });
  expect(after.text).toContain('12 cases');
  expect(after.text).not.toContain('15 cases');
  expect(after.text).toContain('2 figures are not the same');
  expect((await live()).text).toContain('15 cases');

  const again = (await issue(who.coordinator)).location ?? '';
  expect((await visit(again, { as: who.member })).text).toContain('Number 2');
  expect((await visit(issued, { as: who.member })).text).toContain('Superseded');
  const csv = await lines(`${issued}/figures.csv`, who.committee);
  expect(csv.some((row) => row.includes('12'))).toBe(true);
  await expect(store.db.scorecard.updateMany({ data: { note: 'x' } })).rejects.toThrow(/RowIsKept/);
  await expect(store.db.scorecard.deleteMany({})).rejects.toThrow(/RowIsKept/);
});

test('the committee reads what was issued and no more; nobody outside reads either', async () => {
  expect((await visit(paths.scorecards(), { as: who.committee })).text).toContain(set.document);
  expect((await live({}, who.committee)).status).toBe(403);
  expect((await visit(paths.scorecards(), { as: who.unverified })).status).toBe(403);
  expect((await visit(paths.scorecards())).location).toContain('/sign-in');
});
