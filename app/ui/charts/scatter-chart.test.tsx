import { describe, expect, test } from 'vitest';
import { draw } from '../../../tests/support/drawn';
import { pointsInWords, ScatterChart, type ScatterPoint } from './scatter-chart';

const showX = (value: number) => value.toFixed(1);
const showY = (value: number) => `£${value}m`;
const points: ScatterPoint[] = [
  { name: 'Fraud', x: 4, y: 2 },
  { name: 'Drugs', x: 2, y: 10 },
  { name: 'Firearms', x: 0, y: 0 },
];
const chart = (over: readonly ScatterPoint[] = points, title = 'Money does not follow the score') =>
  draw(<ScatterChart title={title} points={over} across="Score" up="Money" showX={showX} showY={showY} />);
const placesIn = ($: ReturnType<typeof draw>) =>
  $('circle')
    .toArray()
    .map((node) => [Number($(node).attr('cx')), Number($(node).attr('cy'))]);

describe('a chart of points', () => {
  test('says its finding, and each point with its number to a screen reader', () => {
    const $ = chart();
    const [titleId, wordsId] = ($('svg').attr('aria-labelledby') ?? '').split(' ');
    expect($('figcaption').text()).toBe('Money does not follow the score');
    expect($('svg title').attr('id')).toBe(titleId);
    expect($('svg desc').attr('id')).toBe(wordsId);
    expect($('svg desc').text()).toBe('1 Fraud: 4.0, £2m. 2 Drugs: 2.0, £10m. 3 Firearms: 0.0, £0m.');
  });

  test('names both axes and how far they go', () => {
    const $ = chart();
    const words = $('svg > text')
      .toArray()
      .map((node) => $(node).text());
    expect(words).toEqual(['Money, up to £10m', 'Score, up to 4.0']);
  });

  test('each point carries the number that the table beside it has', () => {
    const $ = chart();
    const numbers = $('svg g text')
      .toArray()
      .map((node) => $(node).text());
    expect(numbers).toEqual(['1', '2', '3']);
  });

  test('more is further right and higher; nothing is where the axes meet', () => {
    expect(placesIn(chart())).toEqual([
      [306, 181.2],
      [158, 26],
      [10, 220],
    ]);
  });

  test('figures under one do not fill the drawing', () => {
    expect(placesIn(chart([{ name: 'Small', x: 0.5, y: 0.5 }]))).toEqual([[158, 123]]);
  });

  test('where all are nought, and where there are none, nothing impossible is drawn', () => {
    expect(chart([{ name: 'None', x: 0, y: 0 }]).html()).not.toMatch(/NaN|Infinity/);
    const empty = chart([]);
    expect(empty.html()).not.toMatch(/NaN|Infinity/);
    expect(empty('circle')).toHaveLength(0);
    expect(pointsInWords({ points: [], showX, showY })).toBe('');
  });

  test('two points in one place are both there', () => {
    const same = chart([
      { name: 'Fraud', x: 1, y: 1 },
      { name: 'Drugs', x: 1, y: 1 },
    ]);
    expect(placesIn(same)).toEqual([
      [306, 26],
      [306, 26],
    ]);
  });

  test('names are text', () => {
    const $ = chart([{ name: '<img src=x>', x: 1, y: 1 }], '<b>Title</b>');
    expect($('img, b, [style]')).toHaveLength(0);
    expect($('svg desc').text()).toBe('1 <img src=x>: 1.0, £1m.');
  });
});
