import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessed,
  CRITERIA,
  panelist,
  pureCompetition,
  scoresOf,
} from '../../../../tests/support/factories/pure-competition';
import type { Assessment } from './assessment';
import { foundRows, spreadRows, unitsOf, type SpreadFilter, type SpreadRow } from './spread-of';

const PANEL = [panelist('one'), panelist('two'), panelist('three'), panelist('mo', 'moderator')];
const COMPETITION = pureCompetition({ panel: PANEL });
const scored = (id: string, one: [number, number], two: [number, number], three: [number, number]) =>
  assessed(id, { scores: [...scoresOf('one', one), ...scoresOf('two', two), ...scoresOf('three', three)] });
const of = (...bids: Assessment['bids']): Assessment => ({ criteria: CRITERIA, bids });
const brief = (rows: SpreadRow[]) => rows.map(({ bid, criterion }) => `${bid.id}${criterion.position}`);

describe('the rows of a panel', () => {
  test('are one for each bid and criterion, of bids that are wholly scored', () => {
    const half = assessed('half', { scores: [...scoresOf('one', [5, 5]), ...scoresOf('two', [0, 0])] });
    const draft = assessed('draft', {
      scores: [...scoresOf('one', [5, 5]), ...scoresOf('two', [0, 0]), ...scoresOf('three', [1, 1], false)],
    });
    const rows = spreadRows(
      COMPETITION,
      of(scored('a', [1, 2], [3, 4], [5, 5]), half, draft, assessed('none')),
    );
    expect(brief(rows)).toEqual(['a1', 'a2']);
    expect(rows[0]?.scores.map(({ name, value }) => [name, value])).toEqual([
      ['Name of one', 1],
      ['Name of two', 3],
      ['Name of three', 5],
    ]);
    expect(rows.map(({ spread }) => spread.range)).toEqual([4, 3]);
  });

  test('leave out a bid that is excluded, and whoever has left the panel', () => {
    const out = { ...scored('out', [0, 0], [5, 5], [5, 5]), excludedReason: 'Late annex.' };
    expect(spreadRows(COMPETITION, of(out))).toEqual([]);
    const left = pureCompetition({
      panel: [
        panelist('one'),
        panelist('two'),
        panelist('three', 'evaluator', new Date()),
        panelist('mo', 'moderator'),
      ],
    });
    const [row] = spreadRows(left, of(scored('a', [4, 4], [4, 4], [0, 0])));
    expect(row?.scores.map(({ personId }) => personId)).toEqual(['one', 'two']);
    expect(row?.spread.range).toBe(0);
  });

  test('wait for nobody between whom and a bid there is a wall', () => {
    const walled = pureCompetition({ panel: PANEL, bidWalls: [{ personId: 'three', bidId: 'a' }] });
    const bid = assessed('a', { scores: [...scoresOf('one', [1, 1]), ...scoresOf('two', [4, 4])] });
    expect(brief(spreadRows(walled, of(bid)))).toEqual(['a1', 'a2']);
    expect(spreadRows(COMPETITION, of(bid))).toEqual([]);
  });
});

describe('finding rows', () => {
  const ALL: SpreadFilter = { show: 'all', range: 0, criterion: null, bid: null, person: null };
  const rows = spreadRows(
    COMPETITION,
    of(
      scored('b', [4, 2], [4, 3], [4, 4]),
      scored('a', [0, 3], [4, 3], [4, 5]),
      scored('c', [1, 3], [3, 3], [3, 5]),
    ),
  );
  const find = (over: Partial<SpreadFilter>) => brief(foundRows(rows, { ...ALL, ...over }));

  test('puts the widest first, then the more spread, then by reference and place', () => {
    expect(find({})).toEqual(['a1', 'a2', 'c1', 'c2', 'b2', 'b1']);
  });

  test.each<[string, Partial<SpreadFilter>, string[]]>([
    ['that differ', { show: 'apart' }, ['a1', 'a2', 'c1', 'c2', 'b2']],
    ['where one stands alone', { show: 'outliers' }, ['a1', 'a2', 'c1', 'c2']],
    ['at least so far apart', { range: 4 }, ['a1']],
    ['further apart than any', { range: 5 }, []],
    ['of one criterion', { criterion: 2 }, ['a2', 'c2', 'b2']],
    ['of a criterion that is none', { criterion: 9 }, []],
    ['of one bid', { bid: 'REF-b' }, ['b2', 'b1']],
    ['of a bid that is none', { bid: 'b' }, []],
    ['of one person', { person: 'two' }, ['a1', 'a2', 'c1', 'c2', 'b2', 'b1']],
    ['of a person who scored nothing', { person: 'mo' }, []],
    ['of all at once', { show: 'apart', range: 2, criterion: 2, bid: 'REF-c', person: 'one' }, ['c2']],
  ])('%s', (_, over, found) => {
    expect(find(over)).toEqual(found);
  });

  test('never changes what was given, and finds the same whatever order it comes in', () => {
    const before = brief(rows);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.constantFrom('all' as const, 'apart' as const, 'outliers' as const),
        fc.integer({ min: 0, max: 5 }),
        (shuffled, show, range) => {
          expect(brief(foundRows(shuffled, { ...ALL, show, range }))).toEqual(find({ show, range }));
        },
      ),
    );
    expect(brief(rows)).toEqual(before);
  });

  test('a narrower search finds no row that a wider one did not', () => {
    for (const show of ['all', 'apart', 'outliers'] as const)
      for (const range of [0, 1, 2, 3, 4])
        expect(find({ show, range })).toEqual(expect.arrayContaining(find({ show, range: range + 1 })));
  });
});

test('the units for agreement hold the scores and nothing of the bid', () => {
  const [unit] = unitsOf(spreadRows(COMPETITION, of(scored('a', [1, 2], [3, 4], [5, 5]))));
  expect(Object.keys(unit ?? {})).toEqual(['scores']);
  expect(unit?.scores.map(({ value }) => value)).toEqual([1, 3, 5]);
});
