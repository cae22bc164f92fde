import { expect, test } from 'vitest';
import { HOSTILE } from '../../tests/support/site/hostile';
import { askedDay, sureDay, withDay } from './asked-day.server';

const NOW = new Date('2026-03-05T23:30:00Z');
const NO_DAY = 'Enter a real date, like 2019-05-01';

test.each([undefined, '1900-01-01', '2024-02-29', '2026-03-05'])('%s can be shown', (typed) => {
  expect(askedDay(typed, NOW)).toEqual({ on: typed, typed, wrong: undefined });
  expect(sureDay(typed, NOW)).toBe(typed);
});

test.each([
  ...HOSTILE.map(([, text]) => text),
  ...['2019-02-29', '2019-13-01', '2019-00-10', '0000-01-01', '9999-12-31', '2019', '2019-05', '1 May 2019'],
  ...[' 2019-05-01', '2019-05   ', '2019-05-01T00:00', '+02019-05-01', '２０１９-05-01'],
])('%j is no day', (typed) => {
  expect(askedDay(typed, NOW)).toEqual({ on: undefined, typed, wrong: NO_DAY });
  expect(() => sureDay(typed, NOW)).toThrow();
});

test('nothing is known of a day to come', () => {
  expect(askedDay('2026-03-06', NOW)).toEqual({
    on: undefined,
    typed: '2026-03-06',
    wrong: 'Enter today or a day before it',
  });
  // In summer the UK day ends an hour before that of UTC.
  expect(askedDay('2026-06-06', new Date('2026-06-05T23:30:00Z')).on).toBe('2026-06-06');
});

test('a page keeps what was typed, and is refused where that is no day', () => {
  const wrong = withDay({ areas: 1 }, askedDay('soon', NOW));
  expect([wrong.data, wrong.init?.status]).toEqual([{ areas: 1, typed: 'soon', wrong: NO_DAY }, 400]);
  expect(withDay({ areas: 1 }, askedDay('2019-05-01', NOW)).init?.status).toBe(200);
});
