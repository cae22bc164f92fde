import { describe, expect, test } from 'vitest';
import { counts } from '../interest-kind';
import { stateOf, type ConflictStamps } from './conflict';
import { keyOf, wordsOf, type Found } from './evidence-words';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const stamps = (over: Partial<ConflictStamps>): ConflictStamps => ({
  ...{ suspectedAt: null, declaredAt: null, pinnedAt: null, confirmedAt: null, dismissedAt: null },
  ...over,
});

test.each<[string, Partial<ConflictStamps>]>([
  ['suspected', { suspectedAt: at(1) }],
  ['declared', { declaredAt: at(1) }],
  ['declared', { declaredAt: at(1), suspectedAt: at(2) }],
  ['confirmed', { suspectedAt: at(1), confirmedAt: at(2) }],
  ['confirmed', { pinnedAt: at(1), confirmedAt: at(1) }],
  ['dismissed', { suspectedAt: at(1), dismissedAt: at(2) }],
  ['dismissed', { suspectedAt: at(2), declaredAt: at(1), dismissedAt: at(2) }],
  ['suspected', { suspectedAt: at(3), declaredAt: at(1), dismissedAt: at(2) }],
  ['declared', { suspectedAt: at(1), declaredAt: at(3), dismissedAt: at(2) }],
  ['dismissed', { pinnedAt: at(1), dismissedAt: at(2) }],
])('it is %s by %j', (state, over) => {
  expect(stateOf(stamps(over))).toBe(state);
});

describe('an interest counts', () => {
  const day = new Date('2026-11-22');
  test.each<[boolean, Parameters<typeof counts>[0]['kind'], string | null, string | null]>([
    [true, 'employer', null, null],
    [true, 'employer', '2020-01-01', '2023-11-22'],
    [false, 'employer', '2020-01-01', '2023-11-21'],
    [true, 'family', '1990-01-01', '1999-01-01'],
    [true, 'personal', null, '1999-01-01'],
    [false, 'adviser', '2026-11-23', null],
  ])('%s: %s from %s until %s, for three years', (expected, kind, from, until) => {
    const dated = (text: string | null) => (text ? new Date(text) : null);
    expect(counts({ kind, fromOn: dated(from), untilOn: dated(until) }, day, 3)).toBe(expected);
  });
});

test('evidence of one source has one key, whatever its words', () => {
  const found: Found = {
    ...{ personId: 'p', bidId: 'b', kind: 'employer', source: 'affiliation', sourceId: 'o' },
    ...{ other: 'Wrexby', title: '', since: 2020, until: null },
  };
  expect([keyOf(found), wordsOf(found)]).toEqual(['affiliation:o', 'belongs to Wrexby (since 2020)']);
  const ended = { ...found, until: 2024 };
  expect([keyOf(ended), wordsOf(ended)]).toEqual(['affiliation:o', 'belonged to Wrexby (2020 to 2024)']);
});
