import { describe, expect, test } from 'vitest';
import { gapsIn, placeRows, scoreRows, type ScoreRow } from './score-input';

const CRITERIA = [
  { id: 'a', position: 1, name: 'Method' },
  { id: 'b', position: 2, name: 'Reach' },
];
const row = (position: number, value?: number, reason = ''): ScoreRow => ({ position, value, reason });
const parsed = (value: unknown, reason: unknown = '') =>
  scoreRows.safeParse([{ position: '1', value, reason }]);

describe('a row of scores as it was sent', () => {
  test.each([
    ['0', 0],
    ['5', 5],
    ['', undefined],
    [undefined, undefined],
  ])('%j is the score %j', (typed, value) => {
    expect(parsed(typed)).toMatchObject({ success: true, data: [{ position: 1, value }] });
  });

  test.each(['6', '-1', '2.5', 'good', '1e1', '∞'])('%j is no score, and is refused in words', (typed) => {
    const result = parsed(typed);
    expect(result.error?.issues.map(({ message }) => message)).toEqual(['Choose a score from 0 to 5']);
  });

  test('a form is read twice, with the same result', () => {
    const once = scoreRows.parse([{ position: '1', value: '3', reason: ' Sound.\r\nYes. ' }]);
    expect(once).toEqual([{ position: 1, value: 3, reason: 'Sound.\nYes.' }]);
    expect(scoreRows.parse(once)).toEqual(once);
  });

  test('fields that no form has are refused', () => {
    expect(scoreRows.safeParse([{ position: 1, value: 3, reason: '', personId: 'x' }]).success).toBe(false);
    expect(scoreRows.safeParse([]).success).toBe(false);
  });
});

describe('rows by criterion', () => {
  test('are found by their place, in any order', () => {
    expect(placeRows([row(2), row(1)], CRITERIA)?.map(({ criterion }) => criterion.id)).toEqual(['b', 'a']);
  });

  test.each([
    ['a criterion that is not there', [row(1), row(3)]],
    ['one criterion twice', [row(1), row(1)]],
  ])('%s makes all of it unreadable', (_, rows) => {
    expect(placeRows(rows, CRITERIA)).toBeNull();
  });
});

describe('gaps', () => {
  test('stand at the field that is empty, named by the criterion', () => {
    expect(gapsIn([row(1, 3), row(2, undefined, 'Why')], CRITERIA, () => true)).toEqual({
      'scores[0].reason': 'Give the reason for the score for “Method”',
      'scores[1].value': 'Choose a score for “Reach”',
    });
  });

  test('a score of 0 is a score', () => {
    expect(gapsIn([row(1, 0, 'Nothing was said')], CRITERIA, () => true)).toEqual({});
  });

  test('are not looked for in rows that need not be whole', () => {
    expect(gapsIn([row(1), row(2)], CRITERIA, ({ reason }) => reason !== '')).toEqual({});
  });

  test('follow the order in which rows were sent', () => {
    expect(Object.keys(gapsIn([row(2, 3), row(1, 3)], CRITERIA, () => true))).toEqual([
      'scores[0].reason',
      'scores[1].reason',
    ]);
    expect(gapsIn([row(2, 3)], CRITERIA, () => true)['scores[0].reason']).toContain('Reach');
  });
});
