import { expect, test } from 'vitest';
import { setsByKind, type SetInTime } from './priority-set';

const set = (name: string, kind: SetInTime['kind'], startsOn: string, endsOn: string | null) => ({
  name,
  kind,
  startsOn: new Date(startsOn),
  endsOn: endsOn === null ? null : new Date(endsOn),
  standing: 'current' as const,
});

const sets = [
  set('threats of 2016', 'threat', '2016-09-01', '2018-03-31'),
  set('threats of 2018', 'threat', '2018-04-01', '2019-04-30'),
  set('policing', 'policing', '2023-02-01', null),
];

const named = (day: string) =>
  setsByKind(sets, new Date(day)).map(({ kind, current, last }) => [
    kind,
    current.map(({ name }) => name),
    last?.name,
  ]);

test('a kind whose lists have all ended names the last one', () => {
  expect(named('2026-11-21')).toEqual([
    ['threat', [], 'threats of 2018'],
    ['outcome', [], undefined],
    ['system', [], undefined],
    ['policing', ['policing'], undefined],
  ]);
});

test('as of a day in the past, what was in force then', () => {
  expect(named('2017-01-01')[0]).toEqual(['threat', ['threats of 2016'], undefined]);
  expect(named('2019-04-30')[0]).toEqual(['threat', ['threats of 2018'], undefined]);
  expect(named('2010-01-01')[0]).toEqual(['threat', [], undefined]);
});
