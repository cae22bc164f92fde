import { load } from 'cheerio';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { layOut, type Counted } from '~/domain/insight/map/evidence-map';
import { mapViewShape } from '~/domain/insight/map/map-view';
import { MapBubbles } from './map-bubbles';

const counted: Counted[] = [
  { level: 'cell', row: 'fraud', column: 'prevent', kind: 'question', count: 1 },
  { level: 'cell', row: 'fraud', column: 'prevent', kind: 'finding-low', count: 16 },
  { level: 'cell', row: 'cyber', column: 'prevent', kind: 'finding-high', count: 4 },
];
const rows = ['fraud', 'cyber', 'drugs'].map((key) => ({ key, name: `Area of ${key}` }));
const axes = { rows: { key: 'threatArea', one: 'threat area' }, columns: { key: 'strand', one: 'strand' } };

test('a bubble is a link with its figures in words, its area as many; an empty cell is drawn as nothing', () => {
  const map = layOut(rows, [{ key: 'prevent', name: 'Prevent' }], { counted });
  const view = z.strictObject(mapViewShape).parse({ from: '2020' });
  const $ = load(
    renderToStaticMarkup(<MapBubbles title="Drugs lack it" map={map} view={view} axes={axes} />),
  );
  expect($('svg title').text()).toBe('Drugs lack it');
  expect($('figcaption').text()).toBe('Drugs lack it');
  expect(
    $('a')
      .map((_, link) => $(link).attr('aria-label'))
      .get(),
  ).toEqual([
    'Area of fraud and Prevent: 16 findings known, 1 question asked or being bought',
    'Area of cyber and Prevent: 4 findings known, 0 questions asked or being bought',
  ]);
  expect($('a').first().attr('href')).toBe('/map/records?from=2020&row=fraud&column=prevent');
  const radii = $('circle')
    .map((_, circle) => Number($(circle).attr('r')))
    .get();
  expect(radii).toEqual([20, 10]);
  expect($('rect.map-bubbles__asked').length).toBe(1);
});
