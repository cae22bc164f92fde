import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../csv';
import { isRefusal } from '../../refusal';
import { CAN_BE_UNDONE, FILE_KINDS, isListKind, isUndoable, LIST_KINDS, MOST_ROWS } from './list-kinds';
import { readList, type ListRow } from './read-list';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (kind: Parameters<typeof readList>[0], text: string): ListRow[] => {
  const found = readList(kind, bytes(text));
  if (isRefusal(found)) throw new Error(found.name);
  return found;
};
const refusal = (kind: Parameters<typeof readList>[0], text: string) => {
  const found = readList(kind, bytes(text));
  if (!isRefusal(found)) throw new Error('it was read');
  return found;
};

describe('the columns of a list', () => {
  test.each<[(typeof FILE_KINDS)[number], string]>([
    ['assessors', 'The first row names the columns: Assessor, and if you like Message, Answer by'],
    ['assignments', 'The first row names the columns: Bid, Assessor, and if you like Rule'],
    ['apart', 'The first row names the columns: First, Second, Reason'],
    ['eligibility', 'The first row names the columns: Bid, Outcome, Reason'],
  ])('of %s are told beside the field where they are wrong', (kind, words) => {
    expect(refusal(kind, 'Colour\nred')).toMatchObject({
      name: 'ColumnsAreWrong',
      message: words,
      fields: { file: words },
    });
  });

  test.each(FILE_KINDS)('of %s may come in capitals and from last to first', (kind) => {
    const { columns, more } = LIST_KINDS[kind];
    const names = [...columns, ...more].toReversed();
    const [row] = read(kind, `${names.join(',').toUpperCase()}\n${names.map((_, at) => `v${at}`).join(',')}`);
    expect(row).toEqual(Object.fromEntries(names.map((name, at) => [name, `v${at}`])));
  });

  test.each(FILE_KINDS)('of %s are each needed', (kind) => {
    const { columns } = LIST_KINDS[kind];
    for (const column of columns) {
      const rest = columns.filter((one) => one !== column);
      expect(refusal(kind, `${rest.join(',')},x\n1,2,3`).name).toBe('ColumnsAreWrong');
    }
  });

  test.each([
    ['named twice in two ways', 'Assessor,ASSESSOR\na,b'],
    ['without a name', 'Assessor,\na,b'],
    ['of another list', 'Assessor,Outcome\na,b'],
    ['of every object', 'Assessor,constructor\na,b'],
    ['that are rows already', 'ada@x.uk\nbo@x.uk'],
    ['parted by semicolons', 'Assessor;Message\na;b'],
  ])('are refused %s', (_, text) => {
    expect(refusal('assessors', text).name).toBe('ColumnsAreWrong');
  });
});

describe('the rows of a list', () => {
  test('that are shorter than the first have empty cells, and longer ones are told by number', () => {
    expect(read('apart', 'First,Second,Reason\na,b')).toEqual([{ First: 'a', Second: 'b', Reason: '' }]);
    expect(refusal('apart', 'First,Second,Reason\na,b,c\na,b,c\na,b,c,d').message).toBe(
      'Row 3 has more cells than there are columns',
    );
  });

  test.each([
    [1, 1],
    [MOST_ROWS - 1, MOST_ROWS - 1],
    [MOST_ROWS, MOST_ROWS],
  ])('are read up to the most, %i of them', (count, expected) => {
    expect(read('assessors', `Assessor\n${'a\n'.repeat(count)}`)).toHaveLength(expected);
  });

  test('beyond the most are counted in words', () => {
    expect(refusal('assessors', `Assessor\n${'a\n'.repeat(MOST_ROWS + 1)}`).message).toBe(
      'This holds 1,001 rows. Send at most 1,000 at a time',
    );
  });

  test('without anything in them are no rows', () => {
    expect(read('assessors', 'Assessor\n\n , \na\n,,\n')).toEqual([{ Assessor: 'a' }]);
    expect(refusal('assessors', 'Assessor\n , \n').fields).toEqual({
      file: 'There are no rows in this file',
    });
  });

  test.each([
    [1999, 1999],
    [2000, 2000],
    [2001, 2000],
  ])('of a cell with %i characters keep %i', (length, kept) => {
    const [row] = read('assessors', `Assessor,Message\na,${'x'.repeat(length)}`);
    expect(row?.['Message']).toHaveLength(kept);
  });

  test.each([
    ["'=1+1", '=1+1'],
    ["'+44 20", '+44 20'],
    ["'-1", '-1'],
    ["'@ada", '@ada'],
    ["''=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ["'", "'"],
    ['=1+1', '=1+1'],
    ["O'Neill", "O'Neill"],
  ])('of a cell %j keep %j', (cell, kept) => {
    expect(read('assessors', `Assessor,Message\na,${cell}`)[0]?.['Message']).toBe(kept);
  });

  test('of what Soundings wrote for a spreadsheet are those that it wrote', () => {
    const text = fc.string({ maxLength: 40 }).map((one) => one.replaceAll(/[\r\n\t]/g, ' ').trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 10 }), (rows) => {
        const written = rows.filter((row) => row.some((cell) => cell !== ''));
        // A cell that itself begins with an apostrophe and a sign is read without it.
        fc.pre(written.length > 0 && written.flat().every((cell) => !/^'[=+\-@]|\0/.test(cell)));
        const file = csvText([['First', 'Second', 'Reason'], ...written]);
        expect(read('apart', file).map((row) => Object.values(row))).toEqual(written);
      }),
    );
  });

  test('of any bytes are read or refused, and never fail', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILE_KINDS), fc.uint8Array({ maxLength: 200 }), (kind, given) => {
        const found = readList(kind, given);
        expect(isRefusal(found) ? Object.keys(found.fields ?? {}) : []).toEqual(
          isRefusal(found) ? ['file'] : [],
        );
      }),
    );
  });
});

describe('kinds of list', () => {
  test.each(['assessors', 'assignments', 'apart', 'eligibility', 'remind', 'remove'])('%s is one', (kind) => {
    expect(isListKind(kind)).toBe(true);
  });

  test.each(['', 'Assessors', 'toString', '__proto__', 'constructor', 'assessors '])('%j is none', (kind) => {
    expect(isListKind(kind)).toBe(false);
  });

  test('a reminder that was read and a decision are not taken back by a button', () => {
    const fixed = Object.entries(CAN_BE_UNDONE).flatMap(([kind, can]) => (can ? [] : [kind]));
    expect(fixed).toEqual(['eligibility', 'remind']);
  });

  const DAY = 24 * 3_600_000;
  test.each([
    [0, true],
    [DAY - 1, true],
    [DAY, false],
    [DAY + 1, false],
    [400 * DAY, false],
  ])('what was done %i milliseconds ago can be undone: %s', (past, expected) => {
    const carriedOutAt = new Date('2026-10-24T12:00:00Z');
    const now = new Date(carriedOutAt.getTime() + past);
    const kinds = Object.keys(CAN_BE_UNDONE).filter(isListKind);
    for (const kind of kinds)
      expect(isUndoable(kind, { carriedOutAt, undoneAt: null }, now)).toBe(expected && CAN_BE_UNDONE[kind]);
  });
});
