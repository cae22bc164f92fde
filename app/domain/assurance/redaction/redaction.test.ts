import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fields, Json } from '../pack/pack';
import { isSameRecord, leavesOf, mapLeaves, markOf, valueAt, withValueAt } from './redaction';

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 6 }),
  fc.constantFrom('a/b', '~', '~1', '~0/', '/'),
);
const { json } = fc.letrec<{ json: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  json: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(name, tie('json'), { maxKeys: 3 }),
  ),
}));
const fields = fc.dictionary(name, json, { minKeys: 1, maxKeys: 4 });

describe('the values of a record', () => {
  test.each<[string, Json, { field: string; value: unknown }[]]>([
    ['nothing', null, []],
    ['an empty text', '', []],
    ['empty lists and records', { a: [], b: {} }, []],
    ['a value that stands alone', 'x', [{ field: '', value: 'x' }]],
    [
      'nought and no are values',
      { a: 0, b: false },
      [
        { field: 'a', value: 0 },
        { field: 'b', value: false },
      ],
    ],
    [
      'a list keeps the places of what is empty',
      { a: ['', 'x', null, 'y'] },
      [
        { field: 'a/1', value: 'x' },
        { field: 'a/3', value: 'y' },
      ],
    ],
    ['signs of the way within names', { 'a/b': { '~': 1 } }, [{ field: 'a~1b/~0', value: 1 }]],
    ['lists within lists', [[['x']]], [{ field: '0/0/0', value: 'x' }]],
  ])('%s', (_what, value, leaves) => expect(leavesOf(value)).toEqual(leaves));

  test('each is found again by its way, whatever the names are', () => {
    fc.assert(
      fc.property(fields, (record) => {
        for (const { field, value } of leavesOf(record)) expect(valueAt(record, field)).toBe(value);
      }),
    );
  });

  test('no two of them have the same way', () => {
    fc.assert(
      fc.property(fields, (record) => {
        const ways = leavesOf(record).map(({ field }) => field);
        expect(new Set(ways).size).toBe(ways.length);
      }),
    );
  });
});

describe('the value at the end of a way', () => {
  const record: Fields = { a: { b: ['x', { c: 'y' }] }, 'd/e': 'z', '~1': 'tilde', n: null, '': 'unnamed' };

  test.each<[string, Json | undefined]>([
    ['a/b/0', 'x'],
    ['a/b/1/c', 'y'],
    ['a/b/1', { c: 'y' }],
    ['d~1e', 'z'],
    ['~01', 'tilde'],
    ['n', null],
    ['', 'unnamed'],
    ['d/e', undefined],
    ['a/b/2', undefined],
    ['a/b/-1', undefined],
    ['a/b/x', undefined],
    ['a/b/length', undefined],
    ['a/b/0/0', undefined],
    ['n/a', undefined],
    ['toString', undefined],
    ['__proto__', undefined],
    ['a/constructor/name', undefined],
  ])('%j leads to %j', (way, value) => expect(valueAt(record, way)).toEqual(value));
});

describe('another value at the end of a way', () => {
  test('stands there, and everything else is as it was', () => {
    const record: Fields = { a: [{ b: 'x', c: 'y' }, 'z'], d: 1 };
    expect(withValueAt(record, ['a', '0', 'b'], () => '█')).toEqual({ a: [{ b: '█', c: 'y' }, 'z'], d: 1 });
    expect(record).toEqual({ a: [{ b: 'x', c: 'y' }, 'z'], d: 1 });
  });

  test.each([[['q']], [['a', '7']], [['a', '0', 'b', 'deeper']], [['d', 'deeper']], [['a', '00']]])(
    'a way that leads nowhere changes nothing: %j',
    (steps) => {
      const record: Fields = { a: [{ b: 'x' }], d: null };
      expect(withValueAt(record, steps, () => '█')).toEqual(record);
    },
  );

  test('is told what stood there; an empty way means the whole', () => {
    expect(withValueAt({ a: 7 }, ['a'], (was) => [was, was])).toEqual({ a: [7, 7] });
    expect(withValueAt({ a: 7 }, [], () => 'all')).toBe('all');
  });

  test('is what is found there afterwards, for each value of any record', () => {
    fc.assert(
      fc.property(fields, (record) => {
        for (const { field } of leavesOf(record)) {
          const changed = withValueAt(record, field.split('/'), () => '█');
          const left = leavesOf(changed);
          expect(left.find((leaf) => leaf.field === field)?.value).toBe('█');
          const others = (all: typeof left) => all.filter((leaf) => leaf.field !== field);
          expect(others(left)).toEqual(others(leavesOf(record)));
        }
      }),
    );
  });
});

describe('every word of a record', () => {
  test('is changed, numbers and names of fields too; yes, no and nothing are not', () => {
    const loud = (leaf: string | number) => (typeof leaf === 'number' ? leaf + 1 : leaf.toUpperCase());
    expect(mapLeaves({ a: ['x', 1, true, null, { b: 'y' }] }, loud)).toEqual({
      A: ['X', 2, true, null, { B: 'Y' }],
    });
  });

  test('left as it is gives the same record', () => {
    fc.assert(
      fc.property(fields, (record) => {
        expect(mapLeaves(record, (leaf) => leaf)).toEqual(record);
      }),
    );
  });

  test.each<[Fields, Fields, boolean]>([
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1 }, { a: '1' }, false],
    [{ a: [1, 2] }, { a: [2, 1] }, false],
    [{ a: null }, {}, false],
  ])('%j and %j are the same: %s', (one, other, same) =>
    expect(isSameRecord({ key: 'one', fields: one }, { key: 'other', fields: other })).toBe(same),
  );
});

test('a mark names the exemption and nothing else', () => {
  expect(markOf('s.40(2)')).toBe('[redacted: s.40(2)]');
});
