import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { layOut, type Counted } from '~/domain/insight/map/evidence-map';
import { mapViewShape } from '~/domain/insight/map/map-view';
import { MARKS, noCounts } from '~/domain/insight/map/marks';
import { MapKey } from './map-key';
import { MapTable, type MapTableProps } from './map-table';
import { markAddress } from './mark-address';
import { Marks } from './marks';

const mapView = (over: Record<string, unknown>) => z.strictObject(mapViewShape).parse(over);
const ROWS = [
  { key: 'fraud', name: 'Fraud' },
  { key: 'firearms', name: 'Firearms' },
];
const COLUMNS = [
  { key: 'prevent', name: 'Prevent' },
  { key: 'pursue', name: 'Pursue' },
];
const counted: Counted[] = [
  { level: 'cell', row: 'fraud', column: 'prevent', kind: 'question', count: 2 },
  { level: 'row', row: 'fraud', column: null, kind: 'question', count: 2 },
  { level: 'cell', row: 'firearms', column: null, kind: 'finding-low', count: 1 },
  { level: 'row', row: 'firearms', column: null, kind: 'finding-low', count: 1 },
];
const OPEN: Omit<MapTableProps, 'map'> = {
  view: mapView({}),
  axes: { rows: { key: 'threatArea', one: 'threat area' }, columns: { key: 'strand', one: 'strand' } },
  seeGaps: true,
  raiseQuestions: true,
};
const table = (over: Partial<MapTableProps> = {}, figures = counted) => {
  const $ = load(
    renderToStaticMarkup(<MapTable map={layOut(ROWS, COLUMNS, { counted: figures })} {...OPEN} {...over} />),
  );
  const hrefs = $('a')
    .toArray()
    .map((node) => $(node).attr('href') ?? '');
  return { $, hrefs, words: $('body').text().replace(/\s+/g, ' ') };
};

describe('the table of the map', () => {
  test('has a row for each threat area and a column for each strand, and what stands in none', () => {
    const { $, words } = table();
    expect($('tbody tr').length).toBe(2);
    expect($('thead th').length).toBe(5);
    expect(words).toContain('No strand stated');
    expect($('tbody th').length).toBe(2);
  });

  test('says no column for what stands in none when nothing does', () => {
    expect(table({}, counted.slice(0, 2)).words).not.toContain('No strand stated');
  });

  test('each figure opens the list of what it counts', () => {
    const { hrefs } = table();
    expect(hrefs).toContain('/questions?threat=fraud&strand=prevent&state=asked');
    expect(hrefs).toContain('/findings?threat=firearms&strand=none&confidence=low');
  });

  test('figures that no list shows open the records of the cell, with all that narrows the map', () => {
    const { hrefs } = table({ view: mapView({ view: 'released', from: '2020' }), raiseQuestions: false });
    expect(hrefs).toContain('/map/records?view=released&from=2020&row=fraud&column=prevent&kind=question');
    expect(hrefs.filter((href) => /^\/(findings|questions)\?/.test(href))).toEqual([]);
    const set = {
      rows: { key: 'threatArea', one: 'threat area' },
      columns: { key: 'hs-2024', one: 'priority' },
    };
    const priorities = table({ axes: set, raiseQuestions: false }).hrefs;
    expect(priorities).toContain('/questions?threat=fraud&priority=prevent&state=asked');
    expect(priorities.some((href) => href.includes('priority=none'))).toBe(false);
    const methods = { rows: { key: 'method', one: 'method' }, columns: { key: 'strand', one: 'strand' } };
    expect(table({ axes: methods }).hrefs).toContain('/map/records?row=fraud&column=prevent&kind=question');
  });

  test('the kinds of gap have a word and a mark', () => {
    const { words } = table();
    expect(words).toContain('∅ Absolute gap');
    expect(words).toContain('No strand stated');
    expect(table({ seeGaps: false }).words).not.toContain('Absolute gap');
  });

  test.each([
    ['those who write questions are offered to fill an empty cell', {}, 3, /raise a question/],
    ['other members see that there is none', { raiseQuestions: false }, 0, /Absolute gap/],
    [
      'the public sees nothing there',
      { seeGaps: false, raiseQuestions: false },
      0,
      /^(?!.*(raise|none|gap))/,
    ],
  ])('%s', (_name, over, offers, pattern) => {
    const { hrefs, words } = table(over);
    expect(hrefs.filter((href) => href.startsWith('/questions/new'))).toHaveLength(offers);
    expect(words.replace('No strand stated', '')).toMatch(pattern);
  });

  test('an offer says to a screen reader which cell it fills', () => {
    const { $ } = table();
    const offer = $('a[href="/questions/new?threat=fraud&strand=pursue"]');
    expect(offer.text()).toBe('raise a question about Fraud and Pursue');
  });

  test('things without a threat area have a row that is no link and is never offered', () => {
    const untagged: Counted[] = [
      { level: 'cell', row: null, column: 'prevent', kind: 'question', count: 1 },
      { level: 'row', row: null, column: null, kind: 'question', count: 1 },
    ];
    const { $, hrefs } = table({}, untagged);
    const last = $('tbody tr').last();
    expect(last.text()).toContain('No threat area stated');
    expect(last.find('th a').length).toBe(0);
    expect(hrefs.some((href) => href.includes('/questions/new?threat=none'))).toBe(false);
    expect(hrefs).toContain('/questions?threat=none&strand=prevent&state=asked');
  });
});

describe('the marks', () => {
  test.each([
    ['question', '/questions?threat=fraud&state=asked'],
    ['commission', '/questions?threat=fraud&state=commissioned'],
    ['finding-high', '/findings?threat=fraud&confidence=high'],
    ['finding-moderate', '/findings?threat=fraud&confidence=moderate'],
    ['not-appraised', '/findings?threat=fraud&confidence=notAppraised'],
  ] as const)('a %s opens %s', (kind, address) => {
    expect(markAddress(kind, { threat: 'fraud' })).toBe(address);
  });

  test('nothing is drawn for what there is none of', () => {
    const counts = { ...noCounts(), question: 3, 'finding-low': 1 };
    const $ = load(renderToStaticMarkup(<Marks counts={counts} about={{ threat: 'fraud' }} named />));
    expect($('a').length).toBe(2);
    expect($('body').text()).toContain('open questions');
    expect($('body').text()).not.toContain('live commission');
  });

  test('the key names every mark with its total, in words too', () => {
    const $ = load(renderToStaticMarkup(<MapKey total={{ ...noCounts(), commission: 7 }} />));
    expect($('li').length).toBe(MARKS.length);
    expect($('li').eq(MARKS.indexOf('commission')).text()).toContain('7');
  });
});
