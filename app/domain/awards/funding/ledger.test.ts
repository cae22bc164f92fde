import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../uk-time';
import { daysLate, ledgerOf, type PlannedTranche } from './ledger';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const tranche = (planned: string, actual: string | null = null, over: Partial<PlannedTranche> = {}) => ({
  plannedOn: day(planned),
  plannedAmount: 4_000,
  actualOn: actual === null ? null : day(actual),
  actualAmount: actual === null ? null : 4_000,
  ...over,
});
const now = new Date('2027-03-31T09:00:00Z');

describe('the days a tranche is late', () => {
  test.each([
    ['arrived on its day', tranche('2027-03-01', '2027-03-01'), 0],
    ['arrived a day after', tranche('2027-03-01', '2027-03-02'), 1],
    ['arrived before its day', tranche('2027-03-01', '2027-02-01'), 0],
    ['arrived over the change of clocks', tranche('2027-03-27', '2027-03-29'), 2],
    ['arrived over a leap day', tranche('2028-02-28', '2028-03-01'), 2],
    ['has not arrived and is due today', tranche('2027-03-31'), 0],
    ['has not arrived since yesterday', tranche('2027-03-30'), 1],
    ['is to come', tranche('2027-04-01'), 0],
    ['has not arrived for a year', tranche('2026-03-31'), 365],
  ])('that %s', (_, one, days) => {
    expect(daysLate(one, now)).toBe(days);
  });

  test('are counted in UK days: in summer the next one starts at 11pm UTC', () => {
    const waiting = tranche('2027-06-01');
    expect(daysLate(waiting, new Date('2027-06-01T22:59:00Z'))).toBe(0);
    expect(daysLate(waiting, new Date('2027-06-01T23:00:00Z'))).toBe(1);
  });

  test('stop with the day of arrival, however long ago that is', () => {
    const arrived = tranche('2027-03-01', '2027-03-04');
    expect(daysLate(arrived, new Date('2099-01-01T00:00:00Z'))).toBe(3);
  });
});

describe('the ledger of an award', () => {
  test('of nothing is nothing', () => {
    expect(ledgerOf([], now)).toEqual({ planned: 0, arrived: 0, outstanding: 0, mostDaysLate: 0 });
  });

  test('counts what came as it came, and as outstanding only what should be here', () => {
    const tranches = [
      tranche('2027-01-01', '2027-01-11', { actualAmount: 3_500 }),
      tranche('2027-03-30'),
      tranche('2027-03-31'),
      tranche('2027-12-01'),
    ];
    expect(ledgerOf(tranches, now)).toEqual({
      planned: 16_000,
      arrived: 3_500,
      outstanding: 4_000,
      mostDaysLate: 10,
    });
  });

  const start = day('2027-01-01');
  const anyTranche = fc.record({
    plannedOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays(start, days)),
    plannedAmount: fc.integer({ min: 1, max: 10_000_000 }),
    came: fc.option(
      fc.record({
        days: fc.integer({ min: 0, max: 800 }),
        actualAmount: fc.integer({ min: 1, max: 10_000_000 }),
      }),
    ),
  });
  const ofRow = ({
    came,
    ...planned
  }: { came: { days: number; actualAmount: number } | null } & Pick<
    PlannedTranche,
    'plannedOn' | 'plannedAmount'
  >): PlannedTranche => ({
    ...planned,
    actualOn: came && addDays(start, came.days),
    actualAmount: came?.actualAmount ?? null,
  });

  test('adds up: of two halves it is the sum, of nothing due nothing is outstanding', () => {
    fc.assert(
      fc.property(fc.array(anyTranche), fc.array(anyTranche), (some, others) => {
        const [left, right] = [some.map(ofRow), others.map(ofRow)];
        const [a, b, both] = [ledgerOf(left, now), ledgerOf(right, now), ledgerOf([...right, ...left], now)];
        expect(both).toEqual({
          planned: a.planned + b.planned,
          arrived: a.arrived + b.arrived,
          outstanding: a.outstanding + b.outstanding,
          mostDaysLate: Math.max(a.mostDaysLate, b.mostDaysLate),
        });
        expect(both.outstanding).toBeLessThanOrEqual(both.planned);
        if (both.outstanding > 0) expect(both.mostDaysLate).toBeGreaterThan(0);
        expect(ledgerOf(left, day('2026-12-31')).outstanding).toBe(0);
      }),
    );
  });
});
