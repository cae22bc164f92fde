import { expect, test } from 'vitest';
import { countsInWords, countsOverTime, isOpenOn, MOST_DAYS, stateOf, type Ending } from './group';

const day = (text: string) => new Date(text);
const ended = (endedOn: string, reopenedOn?: string, kind: Ending['kind'] = 'merged'): Ending => ({
  ...{ kind, endedOn: day(endedOn), reopenedOn: reopenedOn ? day(reopenedOn) : null },
});
const group = (kind: 'governs' | 'discusses', openedOn: string, ...endings: Ending[]) => ({
  ...{ kind, openedOn: day(openedOn), endings },
});

test('a group stands as its last ending left it', () => {
  expect(stateOf([])).toBe('open');
  expect(stateOf([ended('2024-01-01', '2024-02-01')])).toBe('open');
  expect(stateOf([ended('2024-01-01', '2024-02-01'), ended('2025-01-01', undefined, 'closed')])).toBe(
    'closed',
  );
  expect(stateOf([ended('2025-01-01')])).toBe('merged');
});

test.each([
  ['2019-12-31', false],
  ['2020-01-01', true],
  ['2021-05-31', true],
  ['2021-06-01', false],
  ['2021-06-30', false],
  ['2021-07-01', true],
])('on %s it is open: %s', (on, open) => {
  expect(isOpenOn(group('governs', '2020-01-01', ended('2021-06-01', '2021-07-01')), day(on))).toBe(open);
});

test('the two kinds are counted apart, and a merge takes one away', () => {
  const counts = countsOverTime(
    [
      group('governs', '2020-01-01'),
      group('governs', '2020-01-01', ended('2022-03-01')),
      group('discusses', '2021-01-01'),
      group('discusses', '2030-01-01'),
    ],
    day('2023-01-01'),
  );
  expect(counts.map((one) => [one.day.toISOString().slice(0, 10), one.governs, one.discusses])).toEqual([
    ['2020-01-01', 2, 0],
    ['2021-01-01', 2, 1],
    ['2022-03-01', 1, 1],
    ['2023-01-01', 1, 1],
  ]);
  expect(countsInWords(counts)).toBe('1 group governs and 1 discusses, 1 fewer than at most');
});

test('of many days the last of each year stands for it', () => {
  const many = Array.from({ length: MOST_DAYS + 5 }, (_, at) =>
    group('governs', new Date(Date.UTC(2020, at, 1)).toISOString()),
  );
  const counts = countsOverTime(many, day('2024-02-10'));
  expect(counts.map((one) => [one.day.getUTCFullYear(), one.governs])).toEqual([
    [2020, 12],
    [2021, 24],
    [2022, 36],
    [2023, 45],
    [2024, 45],
  ]);
});

test('without a group there is nothing to say, and growth is no clutter cleared', () => {
  expect(countsInWords([])).toBe('No group is recorded yet');
  const counts = countsOverTime([group('governs', '2020-01-01')], day('2021-01-01'));
  expect(countsInWords(counts)).toBe('1 group governs and 0 discuss, as many as ever');
});
