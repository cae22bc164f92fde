import { describe, expect, test } from 'vitest';
import { gapHeading, layOut, releasedHeading, type Counted } from './evidence-map';
import { mapLines } from './map-lines';
import { markName, sumOf } from './marks';

const rows = ['drugs', 'fraud', 'cyber'].map((key) => ({ key, name: key }));
const columns = ['Pursue', 'Prevent'].map((name) => ({ key: name.toLowerCase(), name }));
const cell = (
  row: string | null,
  column: string | null,
  count: number,
  kind: Counted['kind'] = 'question',
): Counted => ({
  level: 'cell',
  row,
  column,
  kind,
  count,
});
const total = (count: number, kind: Counted['kind'] = 'question'): Counted => ({
  level: 'all',
  row: null,
  column: null,
  kind,
  count,
});

describe('the heading', () => {
  test('names the column with the most empty rows', () => {
    const map = layOut(rows, columns, {
      counted: [cell('drugs', 'pursue', 1), cell('fraud', 'pursue', 2), total(3)],
    });
    expect(gapHeading(map)).toBe('No threat area has anything on Prevent');
    const fuller = layOut(rows, columns, {
      counted: [
        cell('drugs', 'pursue', 1),
        cell('fraud', 'prevent', 2),
        cell('cyber', 'pursue', 1),
        total(4),
      ],
    });
    expect(gapHeading(fuller)).toBe('Two of three threat areas have nothing on Prevent');
  });

  test('one is singular', () => {
    const map = layOut(rows, columns.slice(0, 1), {
      counted: [cell('drugs', 'pursue', 1), cell('fraud', 'pursue', 2), total(3)],
    });
    expect(gapHeading(map)).toBe('One of three threat areas has nothing on Pursue');
  });

  test('says when there is no gap, nothing at all, or no column', () => {
    expect(gapHeading(layOut(rows, columns, { counted: [] }))).toBe(
      'Nothing has been asked, bought or found yet',
    );
    expect(gapHeading(layOut(rows, [], { counted: [total(1)] }))).toBe(
      'This list has no known priorities to map',
    );
    const full = rows.flatMap(({ key }) => columns.map((column) => cell(key, column.key, 1)));
    expect(gapHeading(layOut(rows, columns, { counted: [...full, total(6)] }))).toBe(
      'Every threat area has something in every column',
    );
  });

  test('for the public says what was released, never what is missing', () => {
    expect(releasedHeading(layOut(rows, columns, { counted: [] }))).toBe(
      'Nothing has been released to the public yet',
    );
    const map = layOut(rows, columns, {
      counted: [total(1), total(2, 'commission'), total(1, 'finding-low')],
    });
    expect(releasedHeading(map)).toBe('1 finding and 3 questions released to the public');
  });
});

test('what carries no threat area or no column has a place of its own', () => {
  const counted: Counted[] = [
    cell('drugs', null, 4, 'not-appraised'),
    cell(null, 'pursue', 1),
    { level: 'row', row: null, column: null, kind: 'question', count: 1 },
    { level: 'row', row: 'drugs', column: null, kind: 'not-appraised', count: 4 },
  ];
  const map = layOut(rows, columns, { counted });
  expect(map.hasUnplaced).toBe(true);
  expect(map.rows[0]?.unplaced['not-appraised']).toBe(4);
  expect(sumOf(map.rows[0]?.all ?? map.total)).toBe(4);
  expect(map.untagged?.cells[0]?.question).toBe(1);
  expect(layOut(rows, columns, { counted: [] }).untagged).toBeNull();
});

test('the lines hold every cell and the row totals', () => {
  const map = layOut(rows, columns, {
    counted: [
      cell('drugs', 'pursue', 2),
      { level: 'row', row: 'drugs', column: null, kind: 'question', count: 2 },
    ],
  });
  const lines = mapLines(map, { rowName: 'threat area', columnName: 'strand', seeGaps: false });
  expect(lines).toHaveLength(1 + 3 * 3);
  expect(lines[1]).toEqual(['drugs', 'Pursue', 2, 0, 0, 0, 0, 0]);
  expect(lines[3]).toEqual(['drugs', 'All, each item once', 2, 0, 0, 0, 0, 0]);
});

test.each([
  [1, 'finding not yet appraised'],
  [2, 'findings not yet appraised'],
])('%d %s', (count, name) => {
  expect(markName('not-appraised', count)).toBe(name);
});
