import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS } from './fields';
import { editDistance, nearest } from './nearest';
import { all, any, isJoint, isPlain, not, printTest, printTree, together, type Tree } from './query-tree';

const word = (text: string): Tree => ({ kind: 'word', text });
const [a, b, c] = ['a', 'b', 'c'].map(word) as [Tree, Tree, Tree];

test.each([
  [together([all([a, b]), any([a, c])]), '(a AND b) (a OR c)'],
  [all([together([a, b]), any([a, c])]), 'a b AND (a OR c)'],
  [any([together([a, b]), all([a, c])]), 'a b OR a AND c'],
  [not(together([a, b])), 'NOT (a b)'],
  [not(not(a)), 'a'],
  [not(not(not(a))), 'NOT a'],
  [all([not(any([a, b])), c]), 'NOT (a OR b) AND c'],
])('a tree is printed with the parentheses it needs (%#)', (tree, text) => {
  expect(printTree(tree)).toBe(text);
});

test('joints of one kind are one, and one part is itself', () => {
  for (const join of [together, all, any]) {
    expect(join([join([a, b]), c])).toEqual(join([a, b, c]));
    expect(join([a, join([b, c])])).toEqual(join([a, b, c]));
    expect(join([a])).toBe(a);
    expect(join([a, not(join([b, c]))])).toMatchObject({ parts: [a, { kind: 'not' }] });
  }
  expect(all([any([a, b]), c])).toMatchObject({ kind: 'all', parts: [{ kind: 'any' }, c] });
  expect([a, not(a)].map(isJoint)).toEqual([false, false]);
});

test.each([
  [{ kind: 'among', values: ['fraud', 'modern slavery'] }, 'fraud,"modern slavery"'],
  [{ kind: 'among', values: ['a,b', '>x', 'H7K4-QXM2', "O'Neil", '-'] }, '"a,b",">x",H7K4-QXM2,O\'Neil,"-"'],
  [{ kind: 'number', by: '=', value: 3.5 }, '3.5'],
  [{ kind: 'number', by: '>=', value: 0 }, '>=0'],
  [{ kind: 'numbers', from: 1, to: 2 }, '1..2'],
  [{ kind: 'day', by: '<', value: 'today' }, '<today'],
  [{ kind: 'days', from: '2026', to: '2027-03' }, '2026..2027-03'],
] as const)('a test is printed as it is typed (%#)', (held, text) => {
  expect(printTest(held)).toBe(text);
});

test('loose words within loose words are plain, anything else is not', () => {
  expect(isPlain({ kind: 'together', parts: [a, { kind: 'together', parts: [b] }] })).toBe(true);
  expect([all([a, b]), not(a), together([a, not(b)])].map(isPlain)).toEqual([false, false, false]);
});

const text = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 7 });

test('a distance is 0 to itself alone, the same both ways, and between the bounds of the lengths', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const distance = editDistance(one, other);
      expect(distance === 0).toBe(one === other);
      expect(editDistance(other, one)).toBe(distance);
      expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
});

test('one slip is a distance of one', () => {
  const place = fc.nat({ max: 6 });
  fc.assert(
    fc.property(text, place, (one, at) => {
      const [before, after] = [one.slice(0, at), one.slice(at)];
      expect(editDistance(one, `${before}x${after}`)).toBe(1);
      if (after === '') return;
      expect(editDistance(one, before + after.slice(1))).toBe(1);
      expect(editDistance(one, `${before}x${after.slice(1)}`)).toBe(1);
      const [first = '', second = ''] = after;
      const swapped = before + second + first + after.slice(2);
      expect(editDistance(one, swapped)).toBe(first === second || second === '' ? 0 : 1);
    }),
  );
});

test('the nearest is the first of those that no other is nearer than', () => {
  const known = fc.uniqueArray(text, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, known, (typed, words) => {
      const distances = words.map((one) => editDistance(typed, one));
      expect(nearest(typed.toUpperCase(), words)).toBe(words[distances.indexOf(Math.min(...distances))]);
    }),
  );
  expect(nearest('a', [])).toBeUndefined();
});

test('every field is nearest to itself', () => {
  const names = FIELDS.map(({ name }) => name);
  for (const name of names) expect(nearest(name.toUpperCase(), names)).toBe(name);
});
