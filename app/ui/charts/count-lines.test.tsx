import { describe, expect, test } from 'vitest';
import { draw } from '../../../tests/support/drawn';
import { countsAloud, CountLines, type CountPoint } from './count-lines';

const names = ['Open', 'Answered'];
const points: CountPoint[] = [
  { at: 0, label: '1 May', counts: [4, 0] },
  { at: 50, label: '2 May', counts: [2, 2] },
  { at: 100, label: '3 May', counts: [0, 4] },
];
const chart = (over: readonly CountPoint[] = points, title = 'All are answered') =>
  draw(<CountLines title={title} names={names} points={over} />);
const pathsIn = ($: ReturnType<typeof draw>) =>
  $('path')
    .toArray()
    .map((node) => $(node).attr('d'));

describe('lines of counts', () => {
  test('say their finding, and every count to a screen reader', () => {
    const $ = chart();
    const [titleId, wordsId] = ($('svg').attr('aria-labelledby') ?? '').split(' ');
    expect($('figcaption').text()).toBe('All are answered');
    expect($('svg title').attr('id')).toBe(titleId);
    expect($('svg desc').attr('id')).toBe(wordsId);
    expect($('svg desc').text()).toBe(
      '1 May: Open 4, Answered 0. 2 May: Open 2, Answered 2. 3 May: Open 0, Answered 4.',
    );
  });

  test('a count holds until it changes: each step goes across before it goes up', () => {
    expect(pathsIn(chart())).toEqual(['M28 8 H170 V82 H312 V156', 'M28 156 H170 V82 H312 V8']);
  });

  test('the axis is marked with nought and the largest, time with its ends', () => {
    const $ = chart();
    const words = $('svg > text')
      .toArray()
      .map((node) => $(node).text());
    expect(words).toEqual(['0', '4', '1 May', '3 May']);
    expect($('.count-lines__axis').attr('y1')).toBe('156');
  });

  test('the key names each line by its own look', () => {
    const $ = chart();
    const key = $('.count-lines__key li')
      .toArray()
      .map((node) => [$(node).text(), $(node).attr('class')]);
    expect(key).toEqual([
      ['Open', 'count-lines__name count-lines__name--1'],
      ['Answered', 'count-lines__name count-lines__name--2'],
    ]);
    expect($('path').last().attr('class')).toBe('count-lines__line count-lines__line--2');
  });

  test('a count that is missing is nought, drawn and said', () => {
    const short = [{ at: 0, label: '1 May', counts: [1] }];
    expect(countsAloud({ names, points: short })).toBe('1 May: Open 1, Answered 0.');
    expect(pathsIn(chart(short))).toEqual(['M28 8', 'M28 156']);
  });

  test.each<[string, CountPoint[]]>([
    ['nothing', []],
    ['one instant', points.slice(0, 1)],
    ['one instant twice', [...points.slice(0, 1), ...points.slice(0, 1)]],
    ['nothing but noughts', [{ at: 7, label: '1 May', counts: [0, 0] }]],
  ])('of %s nothing impossible is drawn', (_, few) => expect(chart(few).html()).not.toMatch(/NaN|Infinity/));

  test('of nothing it says nothing', () => expect(countsAloud({ names, points: [] })).toBe(''));

  test('titles and labels are text', () => {
    const $ = chart([{ at: 0, label: '<i>May</i>', counts: [1, 1] }], '<b>Title</b>');
    expect($('i, b, [style]')).toHaveLength(0);
  });
});
