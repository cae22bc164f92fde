import { describe, expect, test } from 'vitest';
import { isOpenForExpressions, standingOf, tooLong, whatTellingWaitsFor } from './expression';

const at = new Date('2026-12-01T17:00:00Z');
const sent = { withdrawnAt: null, invited: null };

describe('the first stage of a question', () => {
  test.each([
    [false, sent, true, 'notAsked'],
    [true, null, true, 'none'],
    [true, { ...sent, withdrawnAt: at }, true, 'none'],
    [true, sent, false, 'waiting'],
    [true, { ...sent, invited: true }, false, 'waiting'],
    [true, { ...sent, invited: true }, true, 'invited'],
    [true, { ...sent, invited: false }, true, 'notInvited'],
  ] as const)('asks %s, %j, told %s: %s', (asks, row, told, standing) => {
    expect(standingOf(asks, row, told)).toBe(standing);
  });

  test('is open strictly before its deadline, while the question stands', () => {
    const question = { expressionsCloseAt: at, publishedAt: at, withdrawnAt: null };
    const before = new Date(at.getTime() - 1);
    expect(isOpenForExpressions(question, before)).toBe(true);
    expect(isOpenForExpressions(question, at)).toBe(false);
    expect(isOpenForExpressions({ ...question, withdrawnAt: before }, before)).toBe(false);
    expect(isOpenForExpressions({ ...question, publishedAt: null }, before)).toBe(false);
    expect(isOpenForExpressions({ ...question, expressionsCloseAt: null }, before)).toBe(false);
  });

  test('holds an approach to its limit', () => {
    expect(tooLong('one two three', 3)).toBeNull();
    expect(tooLong('one two three four', 3)).toBe('Shorten your approach by 1 word: the limit is 3 words');
  });

  test('nobody is told before all are judged', () => {
    expect(whatTellingWaitsFor([{ invited: true }, { invited: false }], true)).toEqual([]);
    expect(whatTellingWaitsFor([{ invited: null }, { invited: false }], true)).toEqual([
      '1 expression is still to be judged.',
    ]);
    expect(whatTellingWaitsFor([], false)).toEqual(['The deadline has not passed.']);
  });
});
