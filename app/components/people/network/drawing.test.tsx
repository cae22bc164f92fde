import { renderToStaticMarkup } from 'react-dom/server';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { networkOf } from '~/domain/people/network/co-authors';
import { CENTRE, HEIGHT, placesOf, shortName, WIDTH, widthOf } from './drawing';
import { NetworkDrawing } from './network-drawing';

const row = (workId: string, name: string, reference: string | null = null) => ({
  ...{ workId, title: `Work ${workId}`, name, reference },
});

test('everybody has a place of their own within the drawing, the closest at the top', () => {
  const rows = Array.from({ length: 14 }, (_, index) => row('1', `Author ${index}`));
  const network = networkOf([...rows, row('2', 'Author 7')]);
  const places = [...placesOf(network).values()];
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(14);
  for (const { x, y } of places) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WIDTH);
    expect(y).toBeGreaterThan(20);
    expect(y).toBeLessThan(HEIGHT - 20);
  }
  expect(placesOf(network).get('author 7')).toEqual({ x: CENTRE.x, y: CENTRE.y - 170 });
  expect(placesOf(networkOf([]))).toEqual(new Map());
});

test.each([
  [1, 1],
  [5, 5],
  [40, 5],
])('%i works are drawn %i wide', (works, width) => expect(widthOf(works)).toBe(width));

test('long names are cut, hostile ones are text, experts differ from authors', () => {
  expect(shortName('A very long name of a group of people')).toBe('A very long name of a g…');
  const network = networkOf([
    row('1', '<script>alert(1)</script>'),
    row('1', 'Known Expert', 'H7K4QXM2'),
    row('2', 'Known Expert', 'H7K4QXM2'),
  ]);
  const html = renderToStaticMarkup(<NetworkDrawing name="The “middle”" network={network} />);
  const $ = load(html);
  expect(html).not.toContain('<script>');
  expect([$('.network__expert').length, $('.network__author').length]).toEqual([1, 1]);
  expect([$('.network__spoke').length, $('.network__tie').length]).toEqual([2, 1]);
  expect($('.network__spoke').first().attr('stroke-width')).toBe('2');
  expect($('title').text()).toBe('The “middle” has written with 2 people, most with Known Expert (2 works)');
  expect(html).not.toContain('style=');
});
