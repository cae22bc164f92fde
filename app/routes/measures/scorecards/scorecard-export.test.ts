import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '~/domain/insight/csv';
import { CHECKS, CLASS_NAMES, PART_NAMES, PARTS } from '~/domain/measures/measure';
import {
  completenessOf,
  lacksOutcome,
  scorecardLines,
  type CellFigure,
  type ScorecardContent,
} from '~/domain/measures/scorecard/scorecard';
import { readCells } from '../../../../tests/support/csv-cells';

const figure = (over: Partial<CellFigure>): CellFigure => ({
  ...{ part: 'effort', measure: 'M', name: 'Disruptions', class: 'output', wanted: 'higher', unit: 'cases' },
  ...{ version: 1, periodKind: 'quarter', startsOn: '2026-07-01', value: 5, confidence: 'low' },
  ...{ check: 'claimed', source: 'Return', reference: 'V' },
  ...over,
});
const card = (...rows: CellFigure[][]): ScorecardContent => ({
  ...{ kind: 'areas', document: '', period: '2026-Q3' },
  rows: rows.map((figures, index) => ({ key: `row-${index}`, name: `Row, “${index}”`, figures })),
});

const anyFigure = fc.record({
  part: fc.constantFrom(...PART_NAMES),
  class: fc.constantFrom('input' as const, 'output' as const, 'outcome' as const),
  value: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  name: fc.string(),
  source: fc.string(),
  check: fc.constantFrom('claimed' as const, 'evidenced' as const, 'validated' as const),
});

test('everything the card says is worked out again from its export alone', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyFigure, { maxLength: 5 }), { maxLength: 6 }), (drawn) => {
      const made = card(
        ...drawn.map((row) => row.map((one, index) => figure({ ...one, reference: `V${index}` }))),
      );
      const [head = [], ...lines] = readCells(csvText(scorecardLines(made)));
      const at = (line: string[], name: string) => line[head.indexOf(name)] ?? '';
      const cells = new Set(lines.map((line) => `${at(line, 'Row')}|${at(line, 'Cell')}`));
      const filled = new Set(
        lines
          .filter((line) => at(line, 'Filled') === '1')
          .map((line) => `${at(line, 'Row')}|${at(line, 'Cell')}`),
      );
      expect({ filled: filled.size, cells: cells.size }).toEqual(completenessOf(made));
      const figures = lines.filter((line) => at(line, 'Filled') === '1');
      const none =
        figures.length === 0 ? null : figures.every((line) => at(line, 'Class') !== CLASS_NAMES.outcome);
      expect(none).toBe(lacksOutcome(made.rows));
      const read = figures.map((line) =>
        [at(line, 'Cell'), Number(at(line, 'Figure')), at(line, 'Verification')].join(),
      );
      const meant = made.rows.flatMap((row) => row.figures);
      expect(read.sort()).toEqual(
        meant.map((one) => [PARTS[one.part], one.value, CHECKS[one.check]].join()).sort(),
      );
    }),
  );
});
