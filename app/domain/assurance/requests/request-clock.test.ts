import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay, workingDaysBetween } from '../../questions/working-days';
import { addDays, isoDay } from '../../uk-time';
import {
  dueOn,
  lastDay,
  NOTICE_DAYS,
  OUTCOME_NAMES,
  OUTCOMES,
  REQUEST_STATES,
  requestState,
  WORKING_DAYS,
  type RequestStages,
} from './information-request';

const NONE = new Set<string>();
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2005-01-01'), days));
const anyHolidays = (from: Date) =>
  fc
    .array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
    .map((ahead) => new Set(ahead.map((days) => isoDay(addDays(from, days)))));
const dayAndHolidays = anyDay.chain((from) => fc.tuple(fc.constant(from), anyHolidays(from)));

describe('the last day', () => {
  test.each([
    // Four weeks where nothing is a holiday.
    ['2026-09-07', [], '2026-10-05'],
    ['2026-09-11', [], '2026-10-09'],
    // A weekend does not count, whichever of its days it came on.
    ['2026-09-12', [], '2026-10-09'],
    ['2026-09-13', [], '2026-10-09'],
    // A holiday on the day of receipt was not going to count.
    ['2026-09-07', ['2026-09-07'], '2026-10-05'],
    // One on the first day, in the middle and on the last moves it by one.
    ['2026-09-07', ['2026-09-08'], '2026-10-06'],
    ['2026-09-07', ['2026-09-23'], '2026-10-06'],
    ['2026-09-07', ['2026-10-05'], '2026-10-06'],
    // One on the day after it was due is none of its days.
    ['2026-09-07', ['2026-10-06'], '2026-10-05'],
    // One on a weekend moves nothing.
    ['2026-09-07', ['2026-09-19', '2026-09-20'], '2026-10-05'],
    // The day pushed on to may be a holiday itself, and before a weekend.
    ['2026-09-11', ['2026-10-09'], '2026-10-12'],
    ['2026-09-11', ['2026-10-09', '2026-10-12'], '2026-10-13'],
    // Over the end of February, in a leap year and another.
    ['2028-02-14', [], '2028-03-13'],
    ['2027-02-15', [], '2027-03-15'],
  ])('of what came on %s with holidays %j is %s', (received, holidays, due) => {
    expect(isoDay(dueOn(day(received), new Set(holidays)))).toBe(due);
  });

  test('is a working day, the twentieth after it came', () => {
    fc.assert(
      fc.property(dayAndHolidays, ([received, holidays]) => {
        const due = dueOn(received, holidays);
        expect(isWorkingDay(due, holidays)).toBe(true);
        expect(workingDaysBetween(received, due, holidays)).toBe(WORKING_DAYS);
      }),
    );
  });

  test('is never sooner for a holiday more, and never sooner for what came later', () => {
    fc.assert(
      fc.property(dayAndHolidays, fc.integer({ min: 0, max: 60 }), ([received, holidays], ahead) => {
        const due = dueOn(received, holidays).getTime();
        const more = new Set([...holidays, isoDay(addDays(received, ahead))]);
        expect(dueOn(received, more).getTime()).toBeGreaterThanOrEqual(due);
        expect(dueOn(addDays(received, 1), holidays).getTime()).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  test('leaves at least four weeks, and exactly four without holidays on a working day', () => {
    fc.assert(
      fc.property(anyDay, (received) => {
        const days = (dueOn(received, NONE).getTime() - received.getTime()) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(26);
        expect(days).toBeLessThanOrEqual(28);
        if (isWorkingDay(received, NONE)) expect(days).toBe(28);
      }),
    );
  });

  test('leaves the day that it counts from as it was', () => {
    const received = day('2026-09-07');
    dueOn(received, NONE);
    expect(received).toEqual(day('2026-09-07'));
  });

  test('is the later one where the public interest is weighed', () => {
    const due = day('2026-06-10');
    expect(lastDay({ dueOn: due, extendedTo: null })).toBe(due);
    expect(lastDay({ dueOn: due, extendedTo: day('2026-07-08') })).toEqual(day('2026-07-08'));
  });

  test('is told of while there is time to act on it', () => {
    expect(NOTICE_DAYS).toBeGreaterThan(0);
    expect(NOTICE_DAYS).toBeLessThan(WORKING_DAYS);
  });
});

const stages = (over: Partial<RequestStages> = {}): RequestStages => ({
  dueOn: day('2026-01-15'),
  extendedTo: null,
  waits: false,
  outcome: null,
  ...over,
});
const at = (instant: string, over: Partial<RequestStages> = {}) =>
  requestState(stages(over), new Date(instant));

describe('the state', () => {
  test.each([
    ['2026-01-14T23:59:59.999Z', 'open'],
    ['2026-01-15T00:00:00.000Z', 'dueToday'],
    ['2026-01-15T23:59:59.999Z', 'dueToday'],
    ['2026-01-16T00:00:00.000Z', 'overdue'],
    ['2027-01-15T00:00:00.000Z', 'overdue'],
    ['1999-12-31T00:00:00.000Z', 'open'],
  ])('in winter, at %s, is %s', (instant, state) => {
    expect(at(instant)).toBe(state);
  });

  test.each([
    // The clocks went forward on 29 March and go back on 25 October.
    ['2026-03-28', '2026-03-28T23:59:59Z', 'dueToday'],
    ['2026-03-28', '2026-03-29T00:00:00Z', 'overdue'],
    ['2026-03-29', '2026-03-29T22:59:59Z', 'dueToday'],
    ['2026-03-29', '2026-03-29T23:00:00Z', 'overdue'],
    ['2026-10-25', '2026-10-24T22:59:59Z', 'open'],
    ['2026-10-25', '2026-10-24T23:00:00Z', 'dueToday'],
    ['2026-10-25', '2026-10-25T23:59:59Z', 'dueToday'],
    ['2026-10-25', '2026-10-26T00:00:00Z', 'overdue'],
  ])('due on %s, where the clocks change, at %s is %s', (due, instant, state) => {
    expect(at(instant, { dueOn: day(due) })).toBe(state);
  });

  test('follows the extension alone where there is one', () => {
    const extendedTo = day('2026-02-12');
    expect(at('2026-01-15T12:00:00Z', { extendedTo })).toBe('open');
    expect(at('2026-01-16T12:00:00Z', { extendedTo })).toBe('open');
    expect(at('2026-02-12T12:00:00Z', { extendedTo })).toBe('dueToday');
    expect(at('2026-02-13T00:00:00Z', { extendedTo })).toBe('overdue');
  });

  test.each(OUTCOME_NAMES)(
    'with the outcome %s is closed at any time, also while the requester is asked',
    (outcome) => {
      for (const waits of [true, false])
        for (const instant of ['2026-01-01T00:00:00Z', '2026-01-15T12:00:00Z', '2026-12-31T00:00:00Z'])
          expect(at(instant, { outcome, waits })).toBe('closed');
    },
  );

  test('goes from open over due today to overdue, never back, and has words', () => {
    const order = ['open', 'dueToday', 'overdue'];
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (from, minutes) => {
          const early = new Date(day('2026-01-15').getTime() + from * 60_000);
          const states = [early, new Date(early.getTime() + minutes * 60_000)].map((now) =>
            requestState(stages(), now),
          );
          const [first = 0, second = 0] = states.map((state) => order.indexOf(state));
          expect(first).toBeGreaterThanOrEqual(0);
          expect(second).toBeGreaterThanOrEqual(first);
          for (const state of states) expect(REQUEST_STATES[state]).not.toBe('');
        },
      ),
    );
  });

  test('is waiting whatever the day, until there is an outcome', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (now, due) => {
        expect(requestState(stages({ dueOn: due, waits: true }), now)).toBe('waiting');
      }),
    );
  });
});

test('every state and outcome has words of its own', () => {
  for (const words of [Object.values(REQUEST_STATES), Object.values(OUTCOMES)])
    expect(new Set(words).size).toBe(words.length);
  expect(OUTCOME_NAMES.map((name) => OUTCOMES[name])).toEqual([
    'Released in full',
    'Released in part',
    'Refused',
    'Not held',
    'Withdrawn by the requester',
  ]);
});
