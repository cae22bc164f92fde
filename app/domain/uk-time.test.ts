import { expect, test } from 'vitest';
import { bareDate, showDate, showDuration, showInstant, ukDay, ukInstant } from './uk-time';

test.each([
  ['2026-11-21T17:00:00Z', '21 November 2026 at 5pm'],
  ['2026-07-01T16:00:00Z', '1 July 2026 at 5pm'],
  ['2026-07-01T08:30:00Z', '1 July 2026 at 9:30am'],
  ['2026-06-30T23:00:00Z', '1 July 2026 at midnight'],
  ['2026-12-25T12:00:00Z', '25 December 2026 at midday'],
])('%s is shown as %s', (instant, shown) => expect(showInstant(instant)).toBe(shown));

test('a wall time in winter and summer, and the two hours that nobody can mean', () => {
  expect(ukInstant(2026, 12, 3, 17, 0)?.toISOString()).toBe('2026-12-03T17:00:00.000Z');
  expect(ukInstant(2026, 7, 3, 17, 0)?.toISOString()).toBe('2026-07-03T16:00:00.000Z');
  expect(ukInstant(2026, 3, 29, 1, 30)).toBeNull();
  expect(ukInstant(2026, 10, 25, 1, 30)).toBeNull();
  expect(ukInstant(2026, 10, 25, 2, 0)?.toISOString()).toBe('2026-10-25T02:00:00.000Z');
});

test('the UK day of an instant near midnight', () => {
  expect(ukDay(new Date('2026-06-30T23:30:00Z')).toISOString()).toBe('2026-07-01T00:00:00.000Z');
});

test('a bare date exists or is null', () => {
  expect(showDate(bareDate(2028, 2, 29) ?? '')).toBe('29 February 2028');
  expect([bareDate(2027, 2, 29), bareDate(2027, 13, 1), bareDate(1066, 1, 1)]).toEqual([null, null, null]);
});

test.each([
  [30_000, 'less than a minute'],
  [60_000, '1 minute'],
  [7_200_000, '2 hours'],
  [172_800_000, '2 days'],
])('%d ms is %s', (milliseconds, words) => expect(showDuration(milliseconds)).toBe(words));
