import { expect, test } from 'vitest';
import { periodFrom, periodsBefore, SHOWN } from './periods';

test('the last complete months and quarters, end to end, the latest last', () => {
  for (const span of ['month', 'quarter'] as const) {
    const periods = periodsBefore(new Date('2026-11-23'), span);
    expect(periods).toHaveLength(SHOWN);
    for (const [at, period] of periods.entries())
      if (at > 0) expect(periods[at - 1]?.until).toBe(period.from);
  }
  expect(periodsBefore(new Date('2026-11-23'), 'month').at(-1)).toEqual({
    from: '2026-10-01',
    until: '2026-11-01',
    name: 'Oct 2026',
  });
  expect(periodsBefore(new Date('2026-01-01'), 'quarter').at(-1)).toEqual({
    from: '2025-10-01',
    until: '2026-01-01',
    name: 'Oct to Dec 2025',
  });
});

test('a day that begins no period has none', () => {
  expect(periodFrom('2026-04-01', 'quarter')?.until).toBe('2026-07-01');
  expect(periodFrom('2026-05-01', 'quarter')).toBeNull();
  expect(periodFrom('2026-05-02', 'month')).toBeNull();
  expect(periodFrom('2026-13-01', 'month')).toBeNull();
});
