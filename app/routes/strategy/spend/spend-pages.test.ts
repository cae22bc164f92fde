import { beforeAll, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { recordHarm } from '~/domain/measures/commands/record-harm.server';
import { saveWeighting } from '~/domain/strategy/commands/save-weighting.server';
import { rateUnderstanding } from '~/domain/understanding/commands/rate-understanding.server';
import { PARTS, placeFactor, rankOf, type Weights } from '~/domain/strategy/scoring/score';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { readCells } from '../../../../tests/support/csv-cells';
import { useDatabase } from '../../../../tests/support/database';
import { makeLine } from '../../../../tests/support/factories/money';
import { makeOrganisation } from '../../../../tests/support/factories/people';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeCoordinator } from '../../../../tests/support/factories/strategy-cast';
import { done } from '../../../../tests/support/outcome';
import { visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const store = useDatabase();
let who: Readers;
let keeper: Awaited<ReturnType<typeof makeCoordinator>>;
const saved: Record<string, string> = {};
const BASE = 'Scored money';

const page = (about: Record<string, string> = {}, as = who.coordinator) =>
  visit(paths.scoreAndSpend({ base: BASE, ...about }), { as });
const file = async (about: Record<string, string> = {}) =>
  readCells((await visit(paths.scoreAndSpendCsv({ base: BASE, ...about }), { as: who.auditor })).html);
const kind = (rows: string[][], first: string) =>
  rows.filter(([name, key]) => name === first && key !== 'key');

const weights = (harm: number, gap: number): Weights => ({
  ...{ harm, gap, timeliness: 0, feasibility: 0, domestic: 50, overseas: 50 },
});

beforeAll(async () => {
  who = await makeReaders();
  keeper = await makeCoordinator();
  const organisation = await makeOrganisation({ name: 'Department of Scores' });
  const line = (pounds: number, over: object) =>
    makeLine({
      ...{ recordedById: who.coordinator, organisationId: organisation.id, base: BASE, pounds },
      ...over,
    });
  await line(10, { areas: ['fraud'] });
  await line(60, { areas: ['illegal-drugs', 'cyber-crime'] });
  await line(5, { areas: ['cyber-crime'], conditional: true });
  await line(25, { startsOn: new Date('2023-04-01') });
  await line(40, { areas: ['illegal-drugs'], startsOn: new Date('2024-04-01'), actual: 3000n });
  for (const [area, value] of [
    ['fraud', 8e9],
    ['illegal-drugs', 2e9],
  ] as const) {
    const said = { kind: 'economy', area, value, year: 2024, source: 'A model of tests', estimate: true };
    done(await run(recordHarm, keeper, { ...said, otherThreat: '', address: '', note: '', replaces: '' }));
  }
  const reviewBy = isoDay(addDays(ukDay(new Date()), 90));
  for (const dimension of ['scale', 'drivers'])
    done(
      await run(rateUnderstanding, keeper, {
        ...{ slug: 'cyber-crime', dimension, level: 'weak', basis: 'A test', findings: '', reviewBy },
      }),
    );
  for (const [name, harm] of [
    ['Harm first', 90],
    ['Gap first', 10],
  ] as const) {
    const given = { name, note: 'A test of spend', ...weights(harm, 100 - harm) };
    saved[name] = done(await run(saveWeighting, keeper, given)).reference;
  }
});

test('each area stands by its score with its parts, and money committed and spent beside it', async () => {
  const { heading, text, rows, $ } = await page({ weights: saved['Harm first'] ?? '' });
  expect(heading).toBe('Fraud and other economic crime is 1st by score and 3rd by money committed');
  const cells = (name: string) => rows.find(([first]) => first?.startsWith(name)) ?? [];
  // 10, 60 twice, 30 paid of 40, and 25 of no area: with each line once 125 are committed.
  expect(cells('Fraud')[2]).toBe('90');
  const money = (name: string) =>
    cells(name)
      .slice(7)
      .map((cell) => cell.split(' ')[0]);
  expect(money('Fraud')).toEqual(['£10', '8%', 'None', '0%', '1', '3', '2']);
  expect(money('Illegal drugs')).toEqual(['£90', '72%', '£30', '100%', '2', '1', '1']);
  expect(money('Cyber')).toEqual(['£60', '48%', 'None', '0%', '3', '2', '1']);
  expect(money('No threat area').slice(0, 4)).toEqual(['£25', '20%', 'None', '0%']);
  expect(money('All, each line once').slice(0, 4)).toEqual(['£125', '100%', '£30', '100%']);
  expect(text).toContain('“Harm first”, saved by');
  expect(text).toContain('costs the economy in the latest year known, and nothing else');
  expect(text).toContain('about £8bn, 2024');
  expect($('main script')).toHaveLength(0);
  expect($('main table').index('main table, main svg')).toBe(0);
});

test('the drawing says the same, its points lead to the lines behind the money, and every link opens', async () => {
  const seen = await page({ weights: saved['Harm first'] ?? '' });
  const points = seen.$('.scatter-chart svg a');
  expect(points.length).toBe(seen.$('main tbody tr').length - 2);
  expect(seen.$('.scatter-chart figcaption').text()).toBe(seen.heading);
  expect(points.first().attr('aria-label')).toBe('1 Fraud and other economic crime: score 90, £10');
  const lines = await visit(points.first().attr('href') ?? '', { as: who.coordinator });
  expect(lines.rows.map(([, , amount]) => amount)).toEqual(['£10']);
  const spent = await visit(paths.moneyLines({ base: BASE, area: 'illegal-drugs', only: 'paid' }), {
    as: who.coordinator,
  });
  expect(spent.rows.map(([, , amount]) => amount)).toEqual(['£30']);
  expect(await deadLinks(seen, { as: who.coordinator })).toEqual([]);
});

test('other weights change the order as the formula says, out of the file alone; the log knows who set them', async () => {
  const orderIn = async (name: string) => {
    const rows = await file({ weights: saved[name] ?? '' });
    const weight = Object.fromEntries(
      kind(rows, 'weight').map(([, key = '', value]) => [key, Number(value)]),
    );
    const scores = new Map(
      kind(rows, 'area').map(([, key = '', , ...cells]) => {
        const sum = PARTS.reduce((all, part, at) => all + (weight[part] ?? 0) * Number(cells[at] ?? 0), 0);
        const home = cells[PARTS.length] === '' ? null : Number(cells[PARTS.length]);
        const score = Number((sum * placeFactor(home, weight as unknown as Weights)).toFixed(1));
        expect([key, Number(cells[PARTS.length + 2])]).toEqual([key, score]);
        return [key, score];
      }),
    );
    for (const [, key = '', , , rank] of kind(rows, 'money'))
      expect([key, Number(rank)]).toEqual([key, rankOf(scores.get(key) ?? 0, [...scores.values()])]);
    return [...scores].sort(([, a], [, b]) => b - a).map(([key]) => key);
  };
  const [harm, gap] = [await orderIn('Harm first'), await orderIn('Gap first')];
  expect(harm.slice(0, 3)).toEqual(['fraud', 'illegal-drugs', 'cyber-crime']);
  expect(gap[0]).toBe('cyber-crime');
  const facts = await store.db.fact.findMany({
    where: { name: 'WeightingWasSaved' },
    orderBy: { id: 'asc' },
  });
  expect(facts.map(({ actorId, data }) => [actorId, data])).toEqual([
    [keeper.id, { ...weights(90, 10), standing: false }],
    [keeper.id, { ...weights(10, 90), standing: false }],
  ]);
});

test('by what was spent, and by period, the ranks are of that money', async () => {
  const spent = await page({ by: 'spent', weights: saved['Harm first'] ?? '' });
  expect(spent.heading).toBe('Fraud and other economic crime is 1st by score and has no money spent');
  const rows = kind(await file({ from: '2025-01-01' }), 'money');
  const of = (slug: string) => rows.find(([, key]) => key === slug)?.slice(2, 4);
  expect([of('fraud'), of('illegal-drugs'), of('cyber-crime')]).toEqual([
    ['10.00', '0.00'],
    ['60.00', '0.00'],
    ['60.00', '0.00'],
  ]);
  expect((await page({ base: 'Nothing' })).heading).toBe('No money committed is known for any threat area');
});

test('is for coordinators and the auditor, who come from the money and from the ranking', async () => {
  for (const as of [who.member, who.committee]) expect((await page({}, as)).status).toBe(403);
  expect((await page({}, who.auditor)).text).not.toContain('Save other weights');
  expect((await page({ weights: 'H7K4-QXMF' })).status).toBe(404);
  for (const address of [paths.money(), paths.strategyRanking()])
    expect((await visit(address, { as: who.auditor })).html).toContain(paths.scoreAndSpend());
  expect((await visit(paths.strategyRanking(), { as: who.member })).html).not.toContain('score-and-spend');
});
