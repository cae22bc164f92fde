import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorityOf, setOnDay } from '../../../../tests/support/factories/direction';
import type { SetOnDay } from '../../strategy/on-day/sets-on-day.server';
import { chosenSet, rankable } from './chosen-sets';

const DAY = new Date('2026-11-21');
const day = (text: string) => new Date(text);
const named = (sets: readonly SetOnDay[]) => sets.map(({ slug }) => slug);
const EXPIRED = { endsOn: day('2026-11-20') };
const UNMAPPED = { priorities: [priorityOf('p')] };

describe('sets that can be ranked by on a day', () => {
  test.each<[string, Partial<SetOnDay>, boolean]>([
    ['one in force', {}, true],
    ['one entered since then', { enteredSince: true }, false],
    ['one without priorities', { priorities: [] }, false],
    ['one whose priorities are mapped to nothing', UNMAPPED, true],
    ['one that begins that day', { startsOn: DAY }, true],
    ['one that begins the day after', { startsOn: day('2026-11-22') }, false],
    ['one that ends that day', { endsOn: DAY }, true],
    ['one that has ended', EXPIRED, true],
    ['an interim one', { interim: true }, true],
  ])('%s', (_what, over, isThere) => {
    expect(named(rankable([setOnDay('s', over)], DAY))).toEqual(isThere ? ['s'] : []);
  });

  test('are none where there are none', () => expect(rankable([], DAY)).toEqual([]));

  test('those in force come first, of them those that are mapped, of them the wide', () => {
    const sets = [
      setOnDay('old-bare-interim', { ...EXPIRED, ...UNMAPPED, interim: true }),
      setOnDay('old-bare', { ...EXPIRED, ...UNMAPPED }),
      setOnDay('old-interim', { ...EXPIRED, interim: true }),
      setOnDay('old', EXPIRED),
      setOnDay('bare-interim', { ...UNMAPPED, interim: true }),
      setOnDay('bare', UNMAPPED),
      setOnDay('interim', { interim: true }),
      setOnDay('wide'),
    ];
    const order = named([...sets].reverse());
    expect(named(rankable(sets, DAY))).toEqual(order);
    expect(named(rankable([...sets].reverse(), DAY))).toEqual(order);
  });

  test('of two alike the one that began later is first', () => {
    const sets = ['2018-01-01', '2024-01-01', '2021-01-01'].map((start) =>
      setOnDay(start, { startsOn: day(start) }),
    );
    expect(named(rankable(sets, DAY))).toEqual(['2024-01-01', '2021-01-01', '2018-01-01']);
  });

  test('one priority that is mapped makes a set mapped', () => {
    const half = setOnDay('half', { priorities: [priorityOf('a'), priorityOf('b', 'fraud')] });
    expect(named(rankable([setOnDay('bare', UNMAPPED), half], DAY))).toEqual(['half', 'bare']);
  });

  test('the day decides: what is in force on one is over on another', () => {
    const [before, after] = [
      setOnDay('before', { startsOn: day('2018-01-01'), endsOn: day('2022-12-31') }),
      setOnDay('after', { startsOn: day('2023-01-01') }),
    ];
    expect(named(rankable([before, after], day('2022-12-31')))).toEqual(['before']);
    expect(named(rankable([before, after], day('2023-01-01')))).toEqual(['after', 'before']);
  });

  test('what it was given is left as it was', () => {
    const sets = [setOnDay('old', EXPIRED), setOnDay('new')];
    rankable(sets, DAY);
    expect(named(sets)).toEqual(['old', 'new']);
  });
});

describe('the set that is ranked by', () => {
  const sets = [setOnDay('wide'), setOnDay('old', EXPIRED)];

  test.each<[string, SetOnDay[], string | undefined, string | null | undefined]>([
    ['the one asked for', sets, 'old', 'old'],
    ['the first where none is asked for and it is in force', sets, undefined, 'wide'],
    ['none where the first is over', sets.slice(1), undefined, null],
    ['none where there is none', [], undefined, null],
    ['unknown where nobody knows the one asked for', sets, 'never', undefined],
    ['unknown where what is asked for is empty', sets, '', undefined],
    ['unknown where there is none at all', [], 'wide', undefined],
    ['unknown where it is written in capitals', sets, 'WIDE', undefined],
  ])('is %s', (_what, among, slug, expected) => {
    const chosen = chosenSet(among, DAY, slug);
    expect(chosen ? chosen.slug : chosen).toBe(expected);
  });

  test('a set in force is found without being asked for, wherever it stood', () => {
    const some = fc.array(fc.boolean(), { maxLength: 8 });
    fc.assert(
      fc.property(some, (over) => {
        const all = over.map((ended, place) => setOnDay(`s${place}`, ended ? EXPIRED : {}));
        const chosen = chosenSet(rankable(all, DAY), DAY, undefined);
        expect(chosen !== null).toBe(over.includes(false));
      }),
    );
  });
});
