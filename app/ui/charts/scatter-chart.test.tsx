import { describe, expect, test } from 'vitest';
import { draw } from '../../../tests/support/drawn';
import { liftsOf, pointsInWords, ScatterChart, type ScatterPoint } from './scatter-chart';

const showX = (value: number) => value.toFixed(1);
const showY = (value: number) => `£${value}m`;
const point = (number: number, name: string, x: number, y: number): ScatterPoint => ({
  ...{ number, name, x, y },
  href: `/lines?area=${number}`,
});
const points = [point(1, 'Fraud', 4, 2), point(2, 'Drugs', 2, 10), point(3, 'Firearms', 0, 0)];
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

  test('each point is a link to its rows, by keyboard too, and says what it is', () => {
    const $ = chart();
    const links = $('svg a')
      .toArray()
      .map((node) => [$(node).attr('href'), $(node).attr('aria-label'), $(node).find('text').text()]);
    expect(links).toEqual([
      ['/lines?area=1', '1 Fraud: 4.0, £2m', '1'],
      ['/lines?area=2', '2 Drugs: 2.0, £10m', '2'],
      ['/lines?area=3', '3 Firearms: 0.0, £0m', '3'],
    ]);
    // An image would hide its links.
    expect($('svg').attr('role')).toBe('group');
  });

  test('names both axes and how far they go', () => {
    const words = chart()('svg > text')
      .toArray()
      .map((node) => chart()(node).text());
    expect(words).toEqual(['Money, up to £10m', 'Score, up to 4.0']);
  });

  test('more is further right and higher; nothing is where the axes meet', () => {
    expect(placesIn(chart())).toEqual([
      [296, 182],
      [153, 30],
      [10, 220],
    ]);
  });

  test('figures under one do not fill the drawing', () => {
    expect(placesIn(chart([point(1, 'Small', 0.5, 0.5)]))).toEqual([[153, 125]]);
  });

  test('where all are nought, and where there are none, nothing impossible is drawn', () => {
    expect(chart([point(1, 'None', 0, 0)]).html()).not.toMatch(/NaN|Infinity/);
    const empty = chart([]);
    expect(empty.html()).not.toMatch(/NaN|Infinity/);
    expect(empty('circle')).toHaveLength(0);
    expect(pointsInWords({ points: [], showX, showY })).toBe('');
  });

  test('two points in one place are both there', () => {
    expect(placesIn(chart([point(1, 'Fraud', 1, 1), point(2, 'Drugs', 1, 1)]))).toEqual([
      [296, 30],
      [296, 30],
    ]);
  });

  test('numbers of points that lie close are written over each other, each led to', () => {
    const lifts = ([x, y]: [number, number], ...more: [number, number][]) =>
      liftsOf([[x, y], ...more].map(([x = 0, y = 0], index) => ({ number: index + 1, x, y })));
    expect(lifts([100, 200], [50, 200], [104, 200])).toEqual([0, 0, 12]);
    expect(lifts([100, 200], [100, 200], [100, 200])).toEqual([0, 12, 24]);
    expect(lifts([100, 200], [111, 188])).toEqual([12, 0]);
    const $ = chart([point(1, 'Fraud', 1, 1), point(2, 'Drugs', 1, 1), point(3, 'Firearms', 1, 0)]);
    const heights = $('a text')
      .toArray()
      .map((node) => Number($(node).attr('y')));
    expect(heights).toEqual([25, 13, 215]);
    expect($('.scatter-chart__lift')).toHaveLength(1);
  });

  test('names are text', () => {
    const $ = chart([point(1, '<img src=x>', 1, 1)], '<b>Title</b>');
    expect($('img, b, [style]')).toHaveLength(0);
    expect($('svg desc').text()).toBe('1 <img src=x>: 1.0, £1m.');
  });
});
