import { describe, expect, test } from 'vitest';
import { isoDay } from '../uk-time';
import { showPeriod, showWritten, spanOf, wasInForce } from './written-date';

describe('a date as written', () => {
  test.each([
    ['2028', '2028-01-01', '2028-12-31', '2028'],
    ['2013-10', '2013-10-01', '2013-10-31', 'October 2013'],
    ['2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
    ['2026-11-21', '2026-11-21', '2026-11-21', '21 November 2026'],
  ])('%s may mean %s to %s and is shown as %s', (written, first, last, shown) => {
    const span = spanOf(written);
    expect(span && [isoDay(span.first), isoDay(span.last)]).toEqual([first, last]);
    expect(showWritten(written)).toBe(shown);
  });

  test.each(['', 'soon', '2026-13', '2026-02-30', '26-11-21', '2026-1'])('%j is no date', (written) => {
    expect(spanOf(written)).toBeNull();
  });

  test('a period without an end goes on', () => {
    expect(showPeriod('2023-02', null)).toBe('February 2023 onwards');
    expect(showPeriod('2023-12', '2028')).toBe('December 2023 to 2028');
  });
});

test.each([
  ['2018-03-31', false],
  ['2018-04-01', true],
  ['2019-04-30', true],
  ['2019-05-01', false],
])('on %s a set from April 2018 to April 2019 is in force: %s', (day, inForce) => {
  const dated = { startsOn: new Date('2018-04-01'), endsOn: new Date('2019-04-30') };
  expect(wasInForce(dated, new Date(day))).toBe(inForce);
});
