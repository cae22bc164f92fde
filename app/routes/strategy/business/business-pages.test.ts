import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const store = useDatabase();
let who: Readers;
const question: Record<string, string> = {};
const finding: Record<string, string> = {};

const page = (about: Record<string, string> = {}, as = who.member) =>
  visit(paths.businessModels(about), { as });
const titlesIn = async (about: Record<string, string>) => {
  const { $ } = await page(about);
  return $('main ul.govuk-list--bullet a')
    .toArray()
    .map((node) => $(node).text());
};

beforeAll(async () => {
  who = await makeReaders();
  const terms = (...slugs: ['threatArea' | 'level', string][]) =>
    slugs.map(([scheme, slug]) => ({ scheme, slug }));
  for (const [title, area] of [
    ['Asked of fraud', 'fraud'],
    ['Asked of drugs', 'illegal-drugs'],
    ['Asked of guns', 'illegal-firearms'],
  ] as const)
    question[title] = (await makeQuestion({ title, terms: terms(['threatArea', area]) })).reference;
  for (const [title, area] of [
    ['Known of laundering', 'money-laundering'],
    ['Known of cyber', 'cyber-crime'],
  ] as const)
    finding[title] = (
      await makeFinding({ title, termIds: [(await termCalled('threatArea', area)).id] })
    ).reference;
});

const tag = (address: string, stages: string[], positions: string[] = [], as = who.coordinator) =>
  send(address, { stages, positions }, { as });

test('the seven stages and the four positions are terms, each position with a definition', async () => {
  const count = (scheme: 'businessModelStage' | 'chainPosition') =>
    store.db.term.findMany({ where: { scheme }, orderBy: { position: 'asc' } });
  expect(await count('businessModelStage')).toHaveLength(7);
  const positions = await count('chainPosition');
  expect(positions.map(({ slug }) => slug)).toEqual(['leadership', 'facilitator', 'specialist', 'street']);
  for (const { definition } of positions) expect(definition).not.toBe('');
});

describe('what a question or finding is about', () => {
  test('is said by those who asked or shared it and by coordinators, after it is published too', async () => {
    const address = paths.questionBusiness(question['Asked of fraud'] ?? '');
    expect((await visit(address, { as: who.member })).text).toContain('None said');
    expect((await tag(address, ['launder'], [], who.member)).status).toBe(403);
    expect((await tag(address, ['no-such-stage'])).messageBeside('stages')).toContain('no longer in use');
    expect((await tag(address, ['launder', 'move'], ['facilitator'])).status).toBe(303);
    expect((await visit(address, { as: who.member })).text).toContain('Launder');
    expect((await tag(address, ['launder'], ['facilitator'])).status).toBe(303);
    await tag(paths.questionBusiness(question['Asked of drugs'] ?? ''), ['move'], ['street']);
    await tag(paths.findingBusiness(finding['Known of laundering'] ?? ''), ['launder'], ['specialist']);
    await tag(paths.findingBusiness(finding['Known of cyber'] ?? ''), ['launder', 'communicate']);
    const areas = await store.db.questionTerm.findMany({
      where: { question: { reference: question['Asked of fraud'] ?? '' }, term: { scheme: 'threatArea' } },
    });
    expect(areas).toHaveLength(1);
    await expect(
      store.db.questionTerm.delete({ where: { questionId_termId: areas[0] ?? never() } }),
    ).rejects.toThrow(/PublishedTextIsFrozen/);
  });

  test('stays when a coordinator corrects its other tags', async () => {
    const reference = finding['Known of laundering'] ?? '';
    const form = await visit(paths.findingTags(reference), { as: who.coordinator });
    expect((await send(paths.findingTags(reference), form.fields, { as: who.coordinator })).status).toBe(303);
    expect((await visit(paths.findingBusiness(reference), { as: who.member })).text).toContain('Launder');
  });
});

describe('“launder” across threat areas', () => {
  test('gives the expected set, on its page and in the search', async () => {
    expect(await titlesIn({ stage: 'launder' })).toEqual([
      'Asked of fraud',
      'Known of cyber',
      'Known of laundering',
    ]);
    const seen = await page({ stage: 'launder' });
    expect(seen.heading).toMatch(/^Launder: asked or known in 3 of \d+ threat areas$/);
    const { text } = await visit(paths.search('stage:launder'), { as: who.member });
    for (const title of ['Asked of fraud', 'Known of cyber', 'Known of laundering'])
      expect(text).toContain(title);
    for (const title of ['Asked of drugs', 'Asked of guns']) expect(text).not.toContain(title);
    expect(await deadLinks(seen, { as: who.member })).toEqual([]);
  });

  test.each([
    ['facilitator', ['Asked of fraud']],
    ['specialist', ['Known of laundering']],
    ['street', []],
  ])('by a %s: %j', async (position, titles) => {
    expect(await titlesIn({ stage: 'launder', position })).toEqual(titles);
    const { text } = await visit(paths.search(`stage:launder position:${position}`), { as: who.member });
    for (const title of ['Asked of fraud', 'Known of laundering'])
      expect([title, text.includes(title)]).toEqual([title, titles.includes(title)]);
  });

  test('the matrix counts each cell, and a stage or position that nobody knows is not there', async () => {
    const { rows } = await page();
    const fraud = rows.find(([name]) => name?.startsWith('Fraud')) ?? [];
    expect(fraud.filter((cell) => cell.startsWith('1 question, 0 findings'))).toHaveLength(1);
    const unknown: Record<string, string>[] = [{ stage: 'nothing' }, { position: 'nothing' }];
    for (const about of unknown) expect((await page(about)).status).toBe(404);
    for (const as of [who.committee, who.unverified]) expect((await page({}, as)).status).toBe(403);
  });
});

describe('how harmful a stage is', () => {
  const score = { area: 'fraud', stage: 'launder', score: '4', source: 'Review of 2026, table 3', note: '' };
  const day = { 'sourceDate.day': '31', 'sourceDate.month': '1', 'sourceDate.year': '2026' };
  const record = (over: Record<string, string> = {}, as = who.coordinator) =>
    send(paths.recordStageHarm(), { ...score, ...day, ...over }, { as });

  test('is recorded with its source by a coordinator, replaced, and both stay', async () => {
    expect((await record({}, who.member)).status).toBe(403);
    expect((await record({ source: '' })).messageBeside('source')).toContain('no score is kept without');
    expect((await record({ 'sourceDate.year': '2199' })).messageBeside('sourceDate')).toContain(
      'still to come',
    );
    expect((await record({ area: 'nothing' })).messageBeside('area')).toBe('Choose one of the list');
    expect((await record()).status).toBe(303);
    expect((await page()).text).toContain('Harm 4 of 5');
    expect((await record({ score: '5', source: 'Review of 2027' })).status).toBe(303);
    const seen = await page({ stage: 'launder' });
    expect(seen.rows.find(([name]) => name?.startsWith('Fraud'))?.slice(2)).toEqual([
      '5',
      'Review of 2027, 31 January 2026',
    ]);
    expect(seen.text).toContain('they do not count in the priority score');
    const rows = await store.db.stageHarm.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map((row) => [row.score, row.supersedesId === null])).toEqual([
      [4, true],
      [5, false],
    ]);
    const [first] = rows;
    const again = { ...(first ?? never()), id: crypto.randomUUID(), reference: 'AAAAAAAA' };
    await expect(store.db.stageHarm.create({ data: again })).rejects.toThrow(/stage_harm_first/);
    await expect(
      store.db.stageHarm.update({ where: { id: again.id }, data: { score: 1 } }),
    ).rejects.toThrow();
    await expect(store.db.stageHarm.updateMany({ data: { score: 1 } })).rejects.toThrow(/RowIsKept/);
    const turned = { ...again, areaId: again.stageId, stageId: again.areaId };
    await expect(store.db.stageHarm.create({ data: turned })).rejects.toThrow(/StageHarmIsOfNoArea/);
  });
});

function never(): never {
  throw new Error('made above');
}
