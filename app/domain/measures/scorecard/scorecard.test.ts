import { describe, expect, test } from 'vitest';
import { PART_NAMES } from '../measure';
import {
  changeOf,
  compare,
  completenessOf,
  differing,
  headingOf,
  lacksOutcome,
  showChange,
  type CellFigure,
  type ScorecardContent,
} from './scorecard';

const figure = (over: Partial<CellFigure> = {}): CellFigure => ({
  ...{ part: 'effort', measure: 'M', name: 'Disruptions', class: 'output', wanted: 'higher', unit: 'cases' },
  ...{ version: 1, periodKind: 'quarter', startsOn: '2026-07-01', value: 5, confidence: 'low' },
  ...{ check: 'claimed', source: 'Return', reference: 'V' },
  ...over,
});
const card = (...rows: CellFigure[][]): ScorecardContent => ({
  ...{ kind: 'areas', document: '', period: '2026-Q3' },
  rows: rows.map((figures, index) => ({ key: `row-${index}`, name: `Row, “${index}”`, figures })),
});

describe('a scorecard', () => {
  test('is as complete as filled cells of three a row', () => {
    const two = card([figure(), figure({ reference: 'W' }), figure({ part: 'impact' })], []);
    expect(completenessOf(two)).toEqual({ filled: 2, cells: 6 });
    expect(headingOf(two)).toBe('2 of 6 cells are filled, with no outcome measure');
    expect(headingOf(card([]))).toBe('Nothing is counted for this period');
    expect(headingOf(card())).toBe('This list has no known priorities to score');
    const full = card(PART_NAMES.map((part) => figure({ part, class: 'outcome' })));
    expect(headingOf(full)).toBe('Every cell is filled');
  });

  test('of disruptions alone has no outcome measure; one outcome is enough, nothing counted is not said', () => {
    expect(lacksOutcome(card([figure(), figure({ class: 'input' })]).rows)).toBe(true);
    expect(lacksOutcome(card([figure()], [figure({ class: 'outcome' })]).rows)).toBe(false);
    expect(lacksOutcome(card([]).rows)).toBeNull();
  });

  test.each([
    [undefined, figure(), 'Not counted before'],
    [figure(), undefined, 'No longer counted'],
    [figure(), figure({ version: 2, value: 9 }), 'Defined anew: not compared'],
    [figure(), figure({ reference: 'W' }), 'Unchanged'],
    [figure(), figure({ value: 7 }), '+2 cases, better'],
    [figure({ wanted: 'lower' }), figure({ value: 7, wanted: 'lower' }), '+2 cases, worse'],
    [figure({ value: 0.3 }), figure({ value: 0.1 }), '−0.2 cases, worse'],
  ])('from %j to %j', (before, now, words) => expect(showChange(changeOf(before, now), 'cases')).toBe(words));

  test('two periods are compared measure by measure, each once', () => {
    const lines = compare(
      card([figure({ value: 4 }), figure({ measure: 'gone' })], []),
      card([figure()], [figure({ measure: 'new' })]),
    );
    expect(lines.map(({ row, measure, change }) => [row, measure, change.kind])).toEqual([
      ['Row, “0”', 'M', 'moved'],
      ['Row, “0”', 'gone', 'gone'],
      ['Row, “1”', 'new', 'appeared'],
    ]);
  });

  test('differs from another by the figures of either that the other has not', () => {
    expect(differing(card([figure()]), card([figure()]))).toBe(0);
    expect(differing(card([figure()]), card([figure({ reference: 'W' })]))).toBe(2);
  });
});
