import { expect, test } from 'vitest';
import { noFigure, showAmount, showCounts, showFigure, type Figure, type Measure } from './measures';
import { periodOf } from './period';
import { showDays } from './stages';

const figure = (measure: Measure, over: Partial<Figure> = {}): Figure => ({
  ...noFigure(measure),
  numerator: 2,
  denominator: 3,
  ...over,
});

test.each<[Figure, string, string]>([
  [figure('direct'), '67%', '2 of 3'],
  [figure('onTime', { numerator: 0 }), '0%', '0 of 3'],
  [figure('published', { numerator: 3 }), '3', '3 questions'],
  [figure('bids', { total: 7 }), '2.3 on average', '7 bids, 3 calls; 2 had any'],
  [figure('cost', { total: 10_000_000 }), '£33,333.33 on average', '£100,000, 3 questions'],
  [
    figure('timeToAward', { quartiles: [10, 12.5, 20.25] }),
    'Median 12.5; middle half 10 to 20.3',
    '3 questions',
  ],
])('$measure in words', (shown, words, counts) => {
  expect([showFigure(shown), showCounts(shown)]).toEqual([words, counts]);
});

test('there is no share of nothing', () => {
  expect(showFigure(noFigure('used'))).toBe('Nothing to count');
  expect(showFigure(noFigure('cost'))).toBe('Nothing to count');
});

test('amounts and days', () => {
  expect([showAmount('cost', 6_000_000), showAmount('bids', 2), showAmount('used', null)]).toEqual([
    '£60,000',
    '2',
    '',
  ]);
  expect([showDays(1), showDays(0.96), showDays(2.345), showDays(0)]).toEqual([
    '1 day',
    '1 day',
    '2.3 days',
    '0 days',
  ]);
});

test('the period is the last year unless said, by the days of the United Kingdom', () => {
  const now = new Date('2026-06-30T23:30:00Z');
  expect(periodOf({}, now)).toEqual({ from: '2025-07-02', to: '2026-07-01' });
  expect(periodOf({ from: '2026-01-01' }, now)).toEqual({ from: '2026-01-01', to: '2026-07-01' });
  expect(periodOf({ to: '2026-03-31' }, now)).toEqual({ from: '2025-04-01', to: '2026-03-31' });
});
