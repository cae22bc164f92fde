import { expect, test } from 'vitest';
import { LONGEST, readQuery } from '../language/query-language';
import { conditionsOf, narrowed, offered } from './narrowed-query';
import type { Facet } from './facet';

const narrow = (text: string, field: 'threat' | 'priority' = 'threat', value = 'fraud') =>
  narrowed(text, readQuery(text), field, value);

test.each([
  ['ports', 'ports threat:fraud'],
  ['  "county lines" -gangs ', '"county lines" -gangs threat:fraud'],
  ['ports OR insiders', '(ports OR insiders) threat:fraud'],
  ['ports AND insiders', 'ports AND insiders AND threat:fraud'],
  ['(ports OR', 'ports or threat:fraud'],
])('%j is narrowed to %j', (text, longer) => {
  expect(narrow(text)).toBe(longer);
});

test('a name of several words stands in quotes', () => {
  expect(narrow('ports', 'priority', 'follow the money')).toBe('ports priority:"follow the money"');
});

test('nothing is offered that the language could not read', () => {
  expect(narrow('')).toBeNull();
  expect(narrow('ports', 'priority', 'a "quoted" aim')).toBeNull();
  expect(narrow('x'.repeat(LONGEST - 5))).toBeNull();
  expect(narrow(Array.from({ length: 12 }, () => 'year:2020').join(' '))).toBeNull();
});

test.each([
  ['ports', []],
  ['threat:fraud', [['threat', 'fraud', '']]],
  [
    'ports threat:fraud year:2020',
    [
      ['threat', 'fraud', 'ports year:2020'],
      ['year', '2020', 'ports threat:fraud'],
    ],
  ],
  [
    'threat:fraud,cyber ports',
    [
      ['threat', 'fraud', 'threat:cyber ports'],
      ['threat', 'cyber', 'threat:fraud ports'],
    ],
  ],
  ['year:2019..2024 AND ports', [['year', '2019..2024', 'ports']]],
  ['ports OR threat:fraud', []],
  ['ports -threat:fraud', []],
])('the conditions of %j are %j', (text, conditions) => {
  expect(
    conditionsOf(readQuery(text).tree).map(({ field, value, without }) => [field, value, without]),
  ).toEqual(conditions);
});

test('what is chosen is named as it is offered, and not offered again', () => {
  const threat: Facet = {
    field: 'threat',
    title: 'Threat area',
    values: [
      { value: 'fraud', label: 'Fraud', number: 3 },
      { value: 'cyber-crime', label: 'Cyber crime', number: 1 },
    ],
  };
  const text = 'ports threat:fraud';
  const { chosen, offers } = offered(text, readQuery(text), [threat], 3);
  expect(chosen).toEqual([
    { field: 'threat', value: 'fraud', without: 'ports', title: 'Threat area', label: 'Fraud' },
  ]);
  expect(offers.map(({ values }) => values.map(({ narrowed: longer }) => longer))).toEqual([
    ['ports threat:fraud threat:cyber-crime'],
  ]);
});

test('what all that was found has is not offered', () => {
  const type: Facet = {
    field: 'type',
    title: 'Type of study',
    values: [
      { value: 'review', label: 'Review of evidence', number: 3 },
      { value: 'impact', label: 'Impact evaluation', number: 1 },
    ],
  };
  const values = (found: number) =>
    offered('ports', readQuery('ports'), [type], found).offers.flatMap((offer) =>
      offer.values.map(({ value }) => value),
    );
  expect(values(4)).toEqual(['review', 'impact']);
  expect(values(3)).toEqual(['impact']);
  expect(values(1)).toEqual([]);
});
