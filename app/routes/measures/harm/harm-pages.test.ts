import { beforeAll, describe, expect, test } from 'vitest';
import { byThreat, showHarm, showPounds } from '~/domain/measures/harm/harm-figure';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { readingAge } from '../../../../tests/support/reading-age';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let who: Readers;
let area: { id: string; slug: string; name: string };

beforeAll(async () => {
  who = await makeReaders();
  area = await store.db.term.findFirstOrThrow({
    where: { scheme: 'threatArea' },
    orderBy: { position: 'asc' },
  });
});

const figure = (over: Record<string, string> = {}) => ({
  ...{ kind: 'deaths', area: area.slug, otherThreat: '', value: '1,240', year: '2023' },
  ...{ source: 'Deaths by cause, table 7', address: '', note: '' },
  ...over,
});
const record = (over = {}, as = who.coordinator) => send(paths.newHarmFigure(), figure(over), { as });
const page = async (as?: string) => (await visit(paths.harm(), { as })).text;
const areaPage = async (as?: string) => (await visit(paths.threatArea(area.slug), { as })).text;

test('a figure without its source or year is not kept, by the form and by the database', async () => {
  expect((await record({ source: ' ' })).messageBeside('source')).toContain(
    'no figure is kept without its source',
  );
  expect((await record({ year: '' })).messageBeside('year')).toContain('like 2024');
  expect((await record({ year: '2199' })).messageBeside('year')).toContain('not begun');
  expect((await record({ area: '' })).messageBeside('area')).toContain('one of the two');
  expect((await record({ otherThreat: 'Terrorism' })).messageBeside('area')).toContain('one of the two');
  expect((await record({ value: '-1' })).messageBeside('value')).toContain('zero or more');
  expect((await record({ kind: 'attitude', value: '62' })).messageBeside('note')).toContain('word for word');
  expect((await record({ kind: 'attitude', value: '162', note: 'Q' })).messageBeside('value')).toContain(
    'at most 100',
  );
  expect((await record({ address: 'javascript:alert(1)' })).messageBeside('address')).toContain(
    'begins with',
  );
  expect((await record({}, who.member)).status).toBe(403);
  const row = {
    ...{ reference: newId(), kind: 'deaths', termId: area.id, value: 1, year: 2023, source: 'Table' },
    ...{ recordedById: who.coordinator, recordedAt: new Date() },
  };
  const create = (over: object) => store.db.harmFigure.create({ data: { ...row, id: newId(), ...over } });
  await expect(create({ source: ' ' })).rejects.toThrow(/harm_figure_source_check/);
  await expect(create({ year: 0 })).rejects.toThrow(/harm_figure_source_check/);
  await expect(create({ otherThreat: 'Terrorism' })).rejects.toThrow(/harm_figure_about_check/);
});

test('recorded beside another threat, released to the public, replaced and then hidden again', async () => {
  await record({ source: HOSTILE });
  await record({ area: '', otherThreat: 'Terrorism', value: '33', note: 'For comparison' });
  await record({ kind: 'attitude', value: '62', note: '“Is it ever right to buy fake goods?” Never.' });
  expect(await page(who.member)).toMatch(/1,240 in 2023/);
  expect(await page(who.member)).toContain('Terrorism');
  expect(await page(who.auditor)).toContain('62%');
  expect(await areaPage(who.member)).toContain('1,240 in 2023');
  for (const text of [await page(), await areaPage(), await page(who.committee)])
    expect(text).not.toContain('1,240');
  expect(await areaPage()).not.toContain('Harm');

  const { reference, id } = await store.db.harmFigure.findFirstOrThrow({
    where: { kind: 'deaths', termId: area.id },
  });
  const release = (value: string, as = who.coordinator) =>
    send(paths.harm(), { reference, release: value }, { as });
  expect((await release('yes', who.member)).status).toBe(403);
  await release('yes');
  expect((await release('yes')).status).toBe(409);
  expect(await areaPage()).toContain('Deaths: 1,240 in 2023');
  expect(await page()).not.toContain('Terrorism');
  await expect(store.db.harmFigure.update({ where: { id }, data: { value: 5 } })).rejects.toThrow(
    /RowIsKept/,
  );

  await send(paths.correctHarmFigure(reference), figure({ value: '1,250' }), { as: who.coordinator });
  expect((await visit(paths.correctHarmFigure(reference), { as: who.coordinator })).status).toBe(403);
  expect(await page(who.member)).toMatch(/1,250 in 2023/);
  for (const text of [await page(), await areaPage()]) expect(text).not.toMatch(/1,2[45]0/);
});

test('the public page is in plain words: short sentences, short words, no marking', async () => {
  const text = await page();
  expect(readingAge(text)).toBeLessThan(14);
  expect(text).not.toContain('OFFICIAL');
});

describe('figures in words', () => {
  test.each([
    [{ kind: 'economy', value: 37_000_000_000, estimate: true }, 'about £37bn'],
    [{ kind: 'economy', value: 1_240_000, estimate: false }, '£1.2m'],
    [{ kind: 'attitude', value: 62.5, estimate: false }, '62.5%'],
    [{ kind: 'people', value: 1200, estimate: false }, '1,200'],
  ] as const)('%j', (given, words) => expect(showHarm(given)).toBe(words));

  test('pounds below a million are written out', () => expect(showPounds(999_999)).toBe('£999,999'));

  test('threat areas come in their order, then others by name, the latest year first', () => {
    const one = (threat: string, slug: string | null, year: number) => ({
      ...{
        reference: `${threat}${year}`,
        threat,
        slug,
        kind: 'deaths' as const,
        value: 1,
        year,
        source: 'S',
      },
      ...{ address: '', estimate: false, note: '', invented: false, released: true },
    });
    const rows = byThreat(
      [{ slug: 'fraud', name: 'Fraud' }],
      [
        one('War', null, 2020),
        one('Fraud', 'fraud', 2019),
        one('Cold', null, 2020),
        one('Fraud', 'fraud', 2021),
      ],
    );
    expect(rows.map(({ threat, figures }) => [threat, figures.map(({ year }) => year)])).toEqual([
      ['Fraud', [2021, 2019]],
      ['Cold', [2020]],
      ['War', [2020]],
    ]);
  });
});
