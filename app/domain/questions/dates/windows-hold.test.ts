import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, showTime, ukDay, ukInstant } from '../../uk-time';
import {
  addWorkingDays,
  isWorkingDay,
  nthWorkingDay,
  standstillEnd,
  workingDaysBetween,
} from '../working-days';
import { closingEvent } from './closing-event';
import { datesWarnings, FEWEST_WORKING_DAYS, windowsOf } from './windows';

const HOLIDAYS = new Set([
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
]);
const START = new Date('2026-11-01');

/** Any day of fourteen months, across both changes of the clocks, at an hour that every day has. */
const instants = fc
  .tuple(fc.integer({ min: 0, max: 420 }), fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([days, hour, minute]) => {
    const day = addDays(START, days);
    const found = ukInstant(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), hour, minute);
    if (!found) throw new Error('every day has this hour');
    return found;
  });
const days = fc.integer({ min: 0, max: 420 }).map((count) => addDays(START, count));

describe('the windows of any question', () => {
  test('lie in order: published, clarifications, answers, closing', () => {
    fc.assert(
      fc.property(instants, instants, (published, closes) => {
        const windows = windowsOf(published, closes, HOLIDAYS);
        if (!windows) return;
        expect(windows.biddingWorkingDays).toBeGreaterThanOrEqual(FEWEST_WORKING_DAYS);
        expect(ukDay(windows.clarificationsCloseAt) > ukDay(published)).toBe(true);
        expect(windows.clarificationsCloseAt <= windows.answersDueAt).toBe(true);
        expect(windows.answersDueAt < closes).toBe(true);
      }),
    );
  });

  test('close on working days, at the closing time of day in the UK', () => {
    fc.assert(
      fc.property(instants, instants, (published, closes) => {
        const windows = windowsOf(published, closes, HOLIDAYS);
        if (!windows) return;
        for (const end of [windows.clarificationsCloseAt, windows.answersDueAt]) {
          expect(isWorkingDay(ukDay(end), HOLIDAYS)).toBe(true);
          expect(showTime(end)).toBe(showTime(closes));
        }
      }),
    );
  });

  test('leave half of the working days to ask, rounded down', () => {
    fc.assert(
      fc.property(instants, instants, (published, closes) => {
        const windows = windowsOf(published, closes, HOLIDAYS);
        if (!windows) return;
        const asked = workingDaysBetween(ukDay(published), ukDay(windows.clarificationsCloseAt), HOLIDAYS);
        expect(asked).toBeLessThanOrEqual(Math.floor(windows.biddingWorkingDays / 2));
        expect(asked).toBeGreaterThanOrEqual(Math.floor(windows.biddingWorkingDays / 2) - 1);
      }),
    );
  });

  test('are none where too few working days lie between, and some where enough do', () => {
    fc.assert(
      fc.property(instants, instants, (published, closes) => {
        const between = workingDaysBetween(ukDay(published), ukDay(closes), HOLIDAYS);
        expect(windowsOf(published, closes, HOLIDAYS) === null).toBe(between < FEWEST_WORKING_DAYS);
      }),
    );
  });
});

describe('working days', () => {
  test('so many on and as many back is the same working day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const start = nthWorkingDay(day, 1, HOLIDAYS);
        const reached = addWorkingDays(start, count, HOLIDAYS);
        expect(addWorkingDays(reached, -count, HOLIDAYS)).toEqual(start);
        expect(workingDaysBetween(start, reached, HOLIDAYS)).toBe(count);
      }),
    );
  });

  test('counted over two stretches they are counted over both', () => {
    fc.assert(
      fc.property(days, days, days, (...three) => {
        const [first, middle, last] = three.sort((one, other) => one.getTime() - other.getTime());
        if (!first || !middle || !last) return;
        const count = (from: Date, to: Date) => workingDaysBetween(from, to, HOLIDAYS);
        expect(count(first, middle) + count(middle, last)).toBe(count(first, last));
      }),
    );
  });

  test.each([
    ['2026-11-23', '2026-12-02'],
    ['2026-12-21', '2027-01-04'],
    ['2026-11-21', '2026-12-02'],
  ])('a standstill of eight from %s ends on %s: the day of the notice is day 1', (notice, end) => {
    expect(standstillEnd(new Date(notice), 8, HOLIDAYS)).toEqual(new Date(end));
  });
});

describe('warnings', () => {
  const route = { name: 'Commissioned study', biddingWorkingDays: 20 };

  test('never stop anything, whatever the dates', () => {
    fc.assert(
      fc.property(instants, instants, (from, closes) => {
        const warnings = datesWarnings(from, closes, route, HOLIDAYS);
        expect(new Set(warnings.map(({ rule }) => rule)).size).toBe(warnings.length);
        for (const { text } of warnings) expect(text).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });

  test('a closing day far away is answered at once', () => {
    const started = performance.now();
    datesWarnings(new Date('2026-11-01T09:00:00Z'), new Date('2199-12-31T17:00:00Z'), route, HOLIDAYS);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the calendar file', () => {
  test('unfolds to what it says, for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const oneLine = title.replace(/[\r\n]/g, ' ');
        const file = closingEvent({
          reference: '22222222',
          title: oneLine,
          closesAt: new Date('2027-02-11T17:00:00Z'),
          address: 'http://localhost/questions/2222-2222',
          madeAt: new Date('2026-11-21T12:00:00Z'),
        });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const unfolded = file.replaceAll('\r\n ', '');
        const summary = /SUMMARY:([^\r\n]*)/.exec(unfolded)?.[1] ?? '';
        expect(summary.replace(/\\([\\;,])/g, '$1')).toBe(`Closes: ${oneLine}`);
      }),
    );
  });
});
