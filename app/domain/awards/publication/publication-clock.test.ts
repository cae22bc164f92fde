import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoDay } from '../../uk-time';
import {
  CLOCK_STATES,
  clockState,
  holdNow,
  PUBLICATION_DAYS,
  rightsIn,
  startedClock,
  type Clock,
} from './publication-clock';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const signedOff = day('2027-01-04');
const free = { rights: 'free' as const, reviewDays: 0 };
const clock = (over: Partial<Clock> = {}): Clock => ({
  ...startedClock(signedOff, free, false),
  releasedAt: null,
  holds: [],
  ...over,
});
const hold = (endsOn: string, liftedAt: Date | null = null) => ({ endsOn: day(endsOn), liftedAt });

describe('the rights that the terms give', () => {
  test.each([
    [{ publication: 'no' }, null],
    [{ publication: 'no', reviewDays: 28 }, null],
    [
      { publication: 'afterReview', reviewDays: 28 },
      { rights: 'afterReview', reviewDays: 28 },
    ],
    [{ publication: 'afterReview' }, { rights: 'afterReview', reviewDays: 0 }],
    [{ publication: 'yes' }, { rights: 'free', reviewDays: 0 }],
    [
      { publication: 'yes', reviewDays: 28 },
      { rights: 'free', reviewDays: 0 },
    ],
    [{}, { rights: 'free', reviewDays: 0 }],
    [null, { rights: 'free', reviewDays: 0 }],
  ])('from %j are %j', (terms, rights) => {
    expect(rightsIn(terms)).toEqual(rights);
  });
});

describe('the clock', () => {
  test('is due twelve weeks after sign-off', () => {
    expect(PUBLICATION_DAYS).toBe(12 * 7);
    const started = startedClock(signedOff, free, true);
    expect([isoDay(started.dueOn), started.sightEndsOn, started.protocol]).toEqual([
      '2027-03-29',
      null,
      true,
    ]);
  });

  test.each([
    [28, '2027-02-01', '2027-03-29'],
    [84, '2027-03-29', '2027-03-29'],
    [85, '2027-03-30', '2027-03-30'],
    [90, '2027-04-04', '2027-04-04'],
  ])('with %i days of sight is seen until %s and due %s', (reviewDays, sight, due) => {
    const { sightEndsOn, dueOn } = startedClock(signedOff, { rights: 'afterReview', reviewDays }, false);
    expect([sightEndsOn && isoDay(sightEndsOn), isoDay(dueOn)]).toEqual([sight, due]);
  });

  test('a hold stands until the day before its end, or until it is lifted', () => {
    const holds = [hold('2027-02-01', day('2027-01-20')), hold('2027-03-01')];
    expect(holdNow(holds, day('2027-01-15'))).toBe(holds[1]);
    expect(holdNow(holds, day('2027-02-28'))).toBe(holds[1]);
    expect(holdNow(holds, day('2027-03-01'))).toBeUndefined();
    expect(holdNow([], signedOff)).toBeUndefined();
  });

  const sighted = clock(startedClock(signedOff, { rights: 'afterReview', reviewDays: 28 }, false));
  test.each<[string, Clock, string, boolean, string]>([
    ['on the day of sign-off', sighted, '2027-01-04', true, 'sight'],
    ['on the last day of sight', sighted, '2027-01-31', true, 'sight'],
    ['when sight has ended', sighted, '2027-02-01', true, 'running'],
    ['without sight', clock(), '2027-01-04', true, 'running'],
    ['the day before it is due', clock(), '2027-03-28', true, 'running'],
    ['on its day', clock(), '2027-03-29', true, 'due'],
    ['on its day, the protocol not out', clock(), '2027-03-29', false, 'waitsForProtocol'],
    ['the protocol itself', clock({ protocol: true }), '2027-03-29', false, 'due'],
    ['held', clock({ holds: [hold('2027-06-01')] }), '2027-04-01', true, 'held'],
    ['held within sight', { ...sighted, holds: [hold('2027-06-01')] }, '2027-01-05', true, 'held'],
    ['at the end of its hold', clock({ holds: [hold('2027-06-01')] }), '2027-06-01', true, 'due'],
    [
      'at the end of a hold before its day',
      clock({ holds: [hold('2027-02-01')] }),
      '2027-02-01',
      true,
      'running',
    ],
    [
      'released',
      clock({ releasedAt: signedOff, holds: [hold('2027-06-01')] }),
      '2027-01-05',
      false,
      'released',
    ],
  ])('stands %s', (_, one, today, protocolIsOut, state) => {
    expect(clockState(one, day(today), protocolIsOut)).toBe(state);
  });

  test('goes one way: without a new hold, a later day never finds it further from release', () => {
    const order = ['held', 'sight', 'running', 'waitsForProtocol', 'due'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.array(fc.integer({ min: 1, max: 366 }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.boolean(),
        (reviewDays, ends, first, more, out) => {
          const one = clock({
            ...startedClock(signedOff, { rights: 'afterReview', reviewDays }, false),
            holds: ends.map((days) => ({ endsOn: addDays(signedOff, days), liftedAt: null })),
          });
          const [now, then] = [first, first + more].map((days) =>
            clockState(one, addDays(signedOff, days), out),
          );
          expect(order.indexOf(then ?? '')).toBeGreaterThanOrEqual(order.indexOf(now ?? ''));
          expect(CLOCK_STATES[now ?? 'due']).toBeTruthy();
          const last = clockState(one, addDays(signedOff, 366), out);
          expect(last).toBe(out ? 'due' : 'waitsForProtocol');
        },
      ),
    );
  });
});
