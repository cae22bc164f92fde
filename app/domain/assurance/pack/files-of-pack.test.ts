import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { rowsIn, words } from '../../../../tests/support/drawn';
import {
  fileOf,
  setNamed,
  STAGE_ORDER,
  STAGES,
  type Fields,
  type Pack,
  type PackSet,
  type Stage,
} from './pack';
import { escapeHtml, inWords, namesIn, stagePage } from './pack-html';
import { filesOf } from './write-pack.server';

const set = (name: string, stage: Stage, records: Fields[], over: Partial<PackSet> = {}): PackSet => ({
  ...{ name, title: `Title of ${name}`, stage },
  records: records.map((fields, place) => ({ key: String(place), fields })),
  ...over,
});
const packOf = (...sets: PackSet[]): Pack => ({ question: 'AAAA2222', leftOut: [], chain: [], sets });
const HEADING = { title: 'A question', madeAt: '2026-07-01T11:00:00Z', madeBy: 'Ada', redacted: false };
const written = (pack: Pack, over: Partial<typeof HEADING> = {}) =>
  new Map(filesOf(pack, { ...HEADING, ...over }).map(({ path, text }) => [path, text]));

describe('the files of a pack', () => {
  test('an empty one holds its contents, what was left out and the chain', () => {
    const files = written(packOf());
    expect([...files.keys()]).toEqual(['index.html', 'left-out.json', '09-facts/chain.json']);
    expect([files.get('left-out.json'), files.get('09-facts/chain.json')]).toEqual(['[]\n', '[]\n']);
  });

  test('a set without records leaves no file and stands in no contents', () => {
    const files = written(packOf(set('award', 'decision', []), set('bid', 'bids', [{ a: 1 }])));
    expect([...files.keys()].filter((path) => path.startsWith('06'))).toEqual([]);
    expect(files.get('index.html')).not.toContain('award');
    expect(files.get('index.html')).toContain('Title of bid');
  });

  test('records are a list, even of one; what stands alone is no list', () => {
    const files = written(
      packOf(set('one', 'bids', [{ a: 1 }]), set('rule', 'decision', [{ b: 'ü' }], { alone: true })),
    );
    expect(JSON.parse(files.get('03-bids/one.json') ?? '')).toEqual([{ a: 1 }]);
    expect(JSON.parse(files.get('06-decision/rule.json') ?? '')).toEqual({ b: 'ü' });
  });

  test('pages go through the stages in their order, whatever the order of the sets', () => {
    const sets = STAGE_ORDER.map((stage) => set(`of-${stage}`, stage, [{ a: 1 }]));
    const pages = (pack: Pack) => [...written(pack).keys()].filter((path) => path.endsWith('/index.html'));
    const order = STAGE_ORDER.map((stage) => `${STAGES[stage].folder}/index.html`);
    expect(pages(packOf(...sets))).toEqual(order);
    expect(pages(packOf(...sets.toReversed()))).toEqual(order);
    expect(order).toEqual(order.toSorted());
  });

  test('every link of every page leads to a file of the pack', () => {
    const files = written(
      packOf(...STAGE_ORDER.map((stage) => set(`of-${stage}`, stage, [{ a: 1 }, { a: 2 }]))),
    );
    const beside = new Set([...files.keys(), 'manifest.json']);
    for (const [path, text] of files)
      if (path.endsWith('.html'))
        for (const link of load(text)('a').toArray()) {
          const to = new URL(load(text)(link).attr('href') ?? '', `file:///${path}`);
          expect(beside).toContain(to.pathname.slice(1));
          if (to.hash) expect(files.get(to.pathname.slice(1))).toContain(`id="${to.hash.slice(1)}"`);
        }
  });

  test('the same pack is written the same, to the last sign', () => {
    const pack = packOf(set('bid', 'bids', [{ a: 1, b: 'x' }]));
    const hash = (from: Pack) =>
      createHash('sha256')
        .update(JSON.stringify(filesOf(from, HEADING)))
        .digest('hex');
    expect(hash(structuredClone(pack))).toBe(hash(pack));
  });
});

describe('the contents of a pack', () => {
  test.each([
    [false, 'Assurance pack: A question'],
    [true, 'Redacted pack: A question'],
  ])('redacted %s: %s', (redacted, title) => {
    const $ = load(written(packOf(), { redacted }).get('index.html') ?? '');
    expect([$('title').text(), $('h1').text()]).toEqual([title, title]);
    expect($('a[href="redactions.html"]')).toHaveLength(redacted ? 1 : 0);
    expect(words($('body').text())).toContain('Made 1 July 2026 at midday by Ada.');
  });

  test('say how many records each file holds, and name what was left out with its reason', () => {
    const pack = packOf(set('bid', 'bids', [{}, {}, {}]));
    const $ = load(
      written({ ...pack, leftOut: [{ what: 'Drafts', why: 'They are their own.' }] }).get('index.html') ?? '',
    );
    expect(
      $('li')
        .toArray()
        .map((item) => words($(item).text())),
    ).toEqual(['Title of bid: 3 (data)', 'Drafts. They are their own.']);
    expect(rowsIn($)).toEqual([]);
  });
});

describe('a page of a stage', () => {
  const page = (fields: Fields, ...others: PackSet[]) =>
    load(stagePage('bids', [set('bid', 'bids', [fields])], namesIn(packOf(...others))));
  const told = (fields: Fields, ...others: PackSet[]) => page(fields, ...others)('dd').toArray();

  test.each([
    [0, '0 records'],
    [1, '1 record'],
    [2, '2 records'],
  ])('of %i says “%s”', (count, said) => {
    const records = Array.from({ length: count }, () => ({ a: 1 }));
    expect(stagePage('bids', [set('bid', 'bids', records)], new Map())).toContain(`</a>, ${said}</p>`);
  });

  test.each<[Fields, string]>([
    [{ amount: 0 }, '£0'],
    [{ amount: 1 }, '£0.01'],
    [{ amount: 123_456_789 }, '£1,234,567.89'],
    [{ amounts: 100 }, '100'],
    [{ open: false }, 'No'],
    [{ at: '2026-12-24T18:30:00Z' }, '24 December 2026 at 6:30pm'],
    [{ on: '2026-12-24' }, '2026-12-24'],
  ])('%j is told as “%s”', (fields, said) => {
    const $ = page(fields);
    expect($('dd').text()).toBe(said);
  });

  test('identifiers are told by name, title or reference, whichever is first and not empty', () => {
    const others = set('team', 'people', [
      { id: 'a', name: 'Named', title: 'Titled', reference: 'R1' },
      { id: 'b', name: '', title: 'Titled' },
      { id: 'c', name: 7, reference: 'R3' },
      { id: 'd' },
    ]);
    const $ = page({ of: ['a', 'b', 'c', 'd'] }, others);
    expect(
      $('li')
        .toArray()
        .map((item) => $(item).text()),
    ).toEqual(['Named', 'Titled', 'R3', 'd']);
  });

  test('the first that bears an identifier names it', () => {
    const names = namesIn(
      packOf(
        set('x', 'people', [
          { id: 'a', name: 'First' },
          { id: 'a', name: 'Next' },
        ]),
      ),
    );
    expect([...names]).toEqual([['a', 'First']]);
  });

  test('the identifier of a record itself is not shown, nor what is empty', () => {
    expect(told({ id: 'a', none: null, blank: '', list: [] })).toHaveLength(0);
    expect(told({ zero: 0, no: false })).toHaveLength(2);
  });
});

test.each([
  ['2026-07-01T23:30Z', '2 July 2026 at 12:30am'],
  ['2026-01-01T00:00:00.000+01:00', '31 December 2025 at 11pm'],
  ['2026-07-01T23:30', '2026-07-01T23:30'],
  ['2026-13-01T00:00:00Z', '2026-13-01T00:00:00Z'],
  ['at 2026-07-01T23:30Z', 'at 2026-07-01T23:30Z'],
  ['', ''],
])('%j reads %j', (text, said) => expect(inWords(text)).toBe(said));

test('signs of a page are escaped once, the mark of an escape too', () => {
  expect(escapeHtml(`<a href="x">'&amp;'</a>`)).toBe(
    '&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;',
  );
});

test('a set is found by its name, and lies in the folder of its stage', () => {
  const pack = packOf(set('bid', 'bids', []), set('award', 'decision', []));
  expect(setNamed(pack, 'award')?.stage).toBe('decision');
  expect(setNamed(pack, 'awar')).toBeUndefined();
  expect(fileOf({ stage: 'decision', name: 'award' })).toBe('06-decision/award.json');
});
