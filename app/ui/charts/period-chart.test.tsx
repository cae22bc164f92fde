import { expect, test } from 'vitest';
import { draw } from '../../../tests/support/drawn';
import { PeriodChart, periodsInWords } from './period-chart';

const points = [
  { name: '2016', value: 4000 },
  { name: '2017', value: 5000 },
  { name: '2018', value: 6800 },
];
const show = (value: number) => value.toLocaleString('en-GB');
const chart = (breaks: string[] = [], over = points) =>
  draw(<PeriodChart title="<b>+36 %</b>" points={over} breaks={breaks} show={show} />);

test('a series says its finding, and every figure to a screen reader', () => {
  const $ = chart(['2018']);
  const [titleId, wordsId] = ($('svg').attr('aria-labelledby') ?? '').split(' ');
  expect($('figcaption').text()).toBe('<b>+36 %</b>');
  expect($('svg title').attr('id')).toBe(titleId);
  expect($('svg desc').attr('id')).toBe(wordsId);
  expect($('svg desc').text()).toBe('2016: 4,000. 2017: 5,000. 2018: 6,800, counted otherwise from here.');
  expect($('[style], b').length).toBe(0);
});

test('its line is interrupted where something was counted otherwise', () => {
  expect(chart()('.period-chart__line').length).toBe(2);
  const $ = chart(['2018']);
  expect([$('.period-chart__line').length, $('.period-chart__break').length]).toEqual([1, 1]);
});

test('higher figures stand higher, and one or none draw nothing impossible', () => {
  const heights = chart()('circle')
    .map((_, node) => Number(node.attribs['cy']))
    .get();
  expect([...heights].sort((a, b) => b - a)).toEqual(heights);
  for (const few of [[], points.slice(0, 1), [{ name: '2016', value: 0 }]])
    expect(chart([], few).html()).not.toMatch(/NaN|Infinity/);
  expect(periodsInWords({ points: [], breaks: [], show })).toBe('');
});

test('of many figures the first and last are labelled, so that no two overlap', () => {
  const many = Array.from({ length: 12 }, (_, at) => ({ name: String(2010 + at), value: at }));
  const words = chart(
    [],
    many,
  )('svg > g > text')
    .map((_, node) => (node.children[0] as { data?: string } | undefined)?.data)
    .get();
  expect(words).toEqual(['0', '2010', '11', '2021']);
});
