import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cadences,
  CADENCES,
  countsInWords,
  countsOverTime,
  GROUP_KINDS,
  GROUP_STATES,
  groupKinds,
  groupStates,
  isOpenOn,
  MOST_DAYS,
  stateOf,
  type CountOnDay,
  type Ending,
  type GroupKind,
} from './group';

const DAY = 24 * 60 * 60 * 1000;
const FIRST = Date.UTC(2015, 0, 1);
const dayAt = (at: number) => new Date(FIRST + at * DAY);
const TODAY = dayAt(4000);

/** Ascending days, none twice: the first is when it opened, then ended and reopened in turn. */
const lifetime = fc
  .record({
    kind: fc.constantFrom<GroupKind>('governs', 'discusses'),
    days: fc.uniqueArray(fc.nat({ max: 4500 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ kind, days }) => {
    const [opened = 0, ...turns] = days.toSorted((a, b) => a - b);
    const endings: Ending[] = [];
    for (let at = 0; at < turns.length; at += 2) {
      const reopened = turns[at + 1];
      endings.push({
        ...{ kind: 'closed', endedOn: dayAt(turns[at] ?? 0) },
        reopenedOn: reopened === undefined ? null : dayAt(reopened),
      });
    }
    return { kind, openedOn: dayAt(opened), endings };
  });
const lifetimes = fc.array(lifetime, { maxLength: 30 });
const few = fc.array(lifetime, { maxLength: 6 });

const on = (governs: number, discusses: number, at = 0): CountOnDay => ({
  ...{ day: dayAt(at), governs, discusses },
});

describe('the state of a group', () => {
  const turned = (kind: Ending['kind'], reopened: boolean): Ending => ({
    ...{ kind, endedOn: dayAt(1), reopenedOn: reopened ? dayAt(2) : null },
  });

  test.each<[string, Ending[], string]>([
    ['never ended', [], 'open'],
    ['closed', [turned('closed', false)], 'closed'],
    ['merged', [turned('merged', false)], 'merged'],
    ['closed and reopened', [turned('closed', true)], 'open'],
    ['merged and reopened', [turned('merged', true)], 'open'],
    ['merged, reopened and closed', [turned('merged', true), turned('closed', false)], 'closed'],
    ['closed, reopened and merged', [turned('closed', true), turned('merged', false)], 'merged'],
    ['reopened twice', [turned('closed', true), turned('merged', true)], 'open'],
    ['told the last first', [turned('merged', false), turned('closed', true)], 'merged'],
  ])('%s', (_what, endings, state) => {
    expect(stateOf(endings)).toBe(state);
  });

  test('does not depend on the order of its endings', () => {
    fc.assert(
      fc.property(lifetime, ({ endings }) => {
        expect(stateOf(endings.toReversed())).toBe(stateOf(endings));
      }),
    );
  });

  test('is that of the end of time', () => {
    fc.assert(
      fc.property(lifetime, (group) => {
        expect(isOpenOn(group, dayAt(5000))).toBe(stateOf(group.endings) === 'open');
      }),
    );
  });
});

describe('whether it was open', () => {
  test('not before it opened', () => {
    fc.assert(
      fc.property(lifetime, fc.integer({ min: 1, max: 500 }), (group, earlier) => {
        expect(isOpenOn(group, new Date(Number(group.openedOn) - earlier * DAY))).toBe(false);
      }),
    );
  });

  test('on the day it opened', () => {
    fc.assert(
      fc.property(lifetime, (group) => {
        expect(isOpenOn(group, group.openedOn)).toBe(true);
      }),
    );
  });

  test('not from the day it ended, and again from the day it was reopened', () => {
    fc.assert(
      fc.property(lifetime, (group) => {
        for (const { endedOn, reopenedOn } of group.endings) {
          expect(isOpenOn(group, new Date(Number(endedOn) - DAY))).toBe(true);
          expect(isOpenOn(group, endedOn)).toBe(false);
          if (reopenedOn) expect(isOpenOn(group, reopenedOn)).toBe(true);
        }
      }),
    );
  });

  test('an ending taken back the same day is no gap', () => {
    const endings: Ending[] = [{ kind: 'closed', endedOn: dayAt(10), reopenedOn: dayAt(10) }];
    for (const at of [9, 10, 11]) expect(isOpenOn({ openedOn: dayAt(0), endings }, dayAt(at))).toBe(true);
  });

  test('a group that ended on the day it opened was never open', () => {
    const endings: Ending[] = [{ kind: 'merged', endedOn: dayAt(3), reopenedOn: null }];
    for (const at of [2, 3, 4]) expect(isOpenOn({ openedOn: dayAt(3), endings }, dayAt(at))).toBe(false);
  });
});

describe('counts over time', () => {
  test('without a group there is today with none', () => {
    expect(countsOverTime([], TODAY)).toEqual([{ day: TODAY, governs: 0, discusses: 0 }]);
  });

  test('end today, and tell nothing of the days ahead', () => {
    fc.assert(
      fc.property(lifetimes, (groups) => {
        const days = countsOverTime(groups, TODAY).map(({ day }) => Number(day));
        expect(days.at(-1)).toBe(Number(TODAY));
        expect(days.every((day) => day <= Number(TODAY))).toBe(true);
      }),
    );
  });

  test('are of days in their order, each once', () => {
    fc.assert(
      fc.property(lifetimes, (groups) => {
        const days = countsOverTime(groups, TODAY).map(({ day }) => Number(day));
        expect(days).toEqual([...new Set(days)].toSorted((a, b) => a - b));
      }),
    );
  });

  test('are never more than anybody reads', () => {
    fc.assert(
      fc.property(lifetimes, (groups) => {
        expect(countsOverTime(groups, TODAY).length).toBeLessThanOrEqual(MOST_DAYS);
      }),
    );
  });

  test('count every group that is open, each in its kind', () => {
    fc.assert(
      fc.property(lifetimes, (groups) => {
        for (const { day, governs, discusses } of countsOverTime(groups, TODAY)) {
          const open = groups.filter((group) => isOpenOn(group, day));
          expect(governs + discusses).toBe(open.length);
          expect(discusses).toBe(open.filter(({ kind }) => kind === 'discusses').length);
        }
      }),
    );
  });

  test('do not depend on the order of the groups', () => {
    fc.assert(
      fc.property(lifetimes, (groups) => {
        expect(countsOverTime(groups.toReversed(), TODAY)).toEqual(countsOverTime(groups, TODAY));
      }),
    );
  });

  test('miss no day on which the number changed', () => {
    fc.assert(
      fc.property(few, (groups) => {
        const shown = new Set(countsOverTime(groups, TODAY).map(({ day }) => Number(day)));
        for (const { openedOn, endings } of groups)
          for (const day of [openedOn, ...endings.flatMap((one) => [one.endedOn, one.reopenedOn ?? TODAY])])
            expect(shown.has(Number(day))).toBe(day <= TODAY);
      }),
    );
  });

  test('of one kind are as if the other kind were not there', () => {
    fc.assert(
      fc.property(few, (groups) => {
        const last = countsOverTime(groups, TODAY).at(-1);
        const alone = countsOverTime(
          groups.filter(({ kind }) => kind === 'governs'),
          TODAY,
        ).at(-1);
        expect(alone?.governs).toBe(last?.governs);
        expect(alone?.discusses).toBe(0);
      }),
    );
  });

  test.each([
    [MOST_DAYS - 1, MOST_DAYS],
    [MOST_DAYS, 2],
  ])('of groups opened on %i days before today there are %i rows', (opened, rows) => {
    const today = new Date('2021-06-01');
    const groups = Array.from({ length: opened }, (_, at) => ({
      ...{ kind: 'governs' as const, openedOn: new Date(Date.UTC(2020, 2, 1 + at)), endings: [] },
    }));
    const counts = countsOverTime(groups, today);
    expect(counts).toHaveLength(rows);
    expect(counts.at(-1)).toEqual({ day: today, governs: opened, discusses: 0 });
  });

  test('of many days within one year only today stands', () => {
    const groups = Array.from({ length: 60 }, (_, at) => ({
      ...{ kind: 'discusses' as const, openedOn: new Date(Date.UTC(2021, 0, 1 + at)), endings: [] },
    }));
    expect(countsOverTime(groups, new Date('2021-12-31'))).toEqual([
      { day: new Date('2021-12-31'), governs: 0, discusses: 60 },
    ]);
  });
});

describe('counts in words', () => {
  test.each<[CountOnDay[], string]>([
    [[], 'No group is recorded yet'],
    [[on(0, 0)], '0 groups govern and 0 discuss, as many as ever'],
    [[on(1, 0)], '1 group governs and 0 discuss, as many as ever'],
    [[on(0, 1)], '0 groups govern and 1 discusses, as many as ever'],
    [[on(1, 1)], '1 group governs and 1 discusses, as many as ever'],
    [[on(2, 2)], '2 groups govern and 2 discuss, as many as ever'],
    [[on(21, 101)], '21 groups govern and 101 discuss, as many as ever'],
    [[on(3, 2), on(2, 2, 1)], '2 groups govern and 2 discuss, 1 fewer than at most'],
    [[on(3, 2), on(0, 0, 1)], '0 groups govern and 0 discuss, 5 fewer than at most'],
    [[on(1, 0), on(9, 3, 1), on(4, 4, 2)], '4 groups govern and 4 discuss, 4 fewer than at most'],
    [[on(5, 0), on(0, 5, 1)], '0 groups govern and 5 discuss, as many as ever'],
    [[on(5, 5), on(2, 2, 1), on(5, 5, 2)], '5 groups govern and 5 discuss, as many as ever'],
  ])('%j: %s', (counts, words) => {
    expect(countsInWords(counts)).toBe(words);
  });

  test('never say that there are fewer than fewer than none', () => {
    const counts = fc.array(
      fc.record({ day: fc.constant(TODAY), governs: fc.nat({ max: 50 }), discusses: fc.nat({ max: 50 }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(counts, (days) => {
        const totals = days.map(({ governs, discusses }) => governs + discusses);
        const fewer = Math.max(...totals) - (totals.at(-1) ?? 0);
        expect(
          countsInWords(days).endsWith(fewer === 0 ? 'as many as ever' : `, ${fewer} fewer than at most`),
        ).toBe(true);
      }),
    );
  });
});

describe('words', () => {
  test('stand for every kind, cadence and state, no two the same', () => {
    for (const [keys, words] of [
      [groupKinds, GROUP_KINDS],
      [cadences, CADENCES],
      [groupStates, GROUP_STATES],
    ] as const) {
      expect(Object.keys(words)).toEqual([...keys]);
      expect(new Set(Object.values(words)).size).toBe(keys.length);
    }
  });

  test.each([
    ['weekly', 'Every week'],
    ['fortnightly', 'Every two weeks'],
    ['halfYearly', 'Twice a year'],
    ['adHoc', 'When there is need'],
  ] as const)('%s is %s', (cadence, words) => {
    expect(CADENCES[cadence]).toBe(words);
  });

  test('a group is open until told otherwise', () => {
    expect(groupStates[0]).toBe('open');
    expect(GROUP_STATES.merged).toBe('Merged into another');
  });
});
