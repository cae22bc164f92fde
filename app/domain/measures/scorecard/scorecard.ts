import { showPeriodOf, type PeriodKind } from '../period';
import { CHECKS, CLASS_NAMES, PART_NAMES, PARTS, showValue } from '../measure';
import type { CheckState, MeasureClass, Part, Wanted } from '../measure';

/** One figure in a cell, with all that it was read from: what is issued stays readable by itself. */
export interface CellFigure {
  part: Part;
  measure: string;
  name: string;
  class: MeasureClass;
  wanted: Wanted;
  unit: string;
  version: number;
  periodKind: PeriodKind;
  /** First day of its period, `2026-07-01`. */
  startsOn: string;
  value: number;
  confidence: 'low' | 'moderate' | 'high';
  check: CheckState;
  source: string;
  reference: string;
}

export interface ScorecardRow {
  /** A priority's reference, or a threat area's slug. */
  key: string;
  name: string;
  figures: CellFigure[];
}

export interface ScorecardContent {
  kind: 'priorities' | 'areas';
  /** The document that holds the priorities; nothing for threat areas. */
  document: string;
  period: string;
  rows: ScorecardRow[];
}

export const inCell = ({ figures }: ScorecardRow, part: Part): CellFigure[] =>
  figures.filter((figure) => figure.part === part);

export interface Completeness {
  filled: number;
  cells: number;
}

/** Filled cells of three a row. */
export function completenessOf({ rows }: Pick<ScorecardContent, 'rows'>): Completeness {
  const filled = rows.reduce(
    (sum, row) => sum + PART_NAMES.filter((part) => inCell(row, part).length > 0).length,
    0,
  );
  return { filled, cells: PART_NAMES.length * rows.length };
}

/** Of all figures, whether none says what changed; null where there is no figure at all. */
export function lacksOutcome(rows: readonly Pick<ScorecardRow, 'figures'>[]): boolean | null {
  const figures = rows.flatMap((row) => row.figures);
  return figures.length === 0 ? null : figures.every((figure) => figure.class !== 'outcome');
}

export const NO_OUTCOME = 'No outcome measure';

/** What the card shows, as its heading. */
export function headingOf(card: ScorecardContent): string {
  const { filled, cells } = completenessOf(card);
  if (cells === 0) return 'This list has no known priorities to score';
  if (filled === 0) return 'Nothing is counted for this period';
  const share = filled === cells ? 'Every cell is' : `${filled} of ${cells} cells are`;
  return `${share} filled${lacksOutcome(card.rows) ? ', with no outcome measure' : ''}`;
}

export const showFigure = ({ value, unit }: Pick<CellFigure, 'value' | 'unit'>): string =>
  showValue(value, unit);
export const showWhen = ({ periodKind, startsOn }: Pick<CellFigure, 'periodKind' | 'startsOn'>): string =>
  showPeriodOf(periodKind, startsOn);

export type Change =
  { kind: 'same' | 'appeared' | 'gone' | 'redefined' } | { kind: 'moved'; by: number; better: boolean };

/** How a figure moved between two periods. Figures of two definitions are not compared. */
export function changeOf(before: CellFigure | undefined, now: CellFigure | undefined): Change {
  if (!now) return { kind: 'gone' };
  if (!before) return { kind: 'appeared' };
  if (before.version !== now.version) return { kind: 'redefined' };
  if (before.value === now.value) return { kind: 'same' };
  // Decimal figures differ by what they show, not by how they are stored.
  const by = Number((now.value - before.value).toPrecision(12));
  return { kind: 'moved', by, better: by > 0 === (now.wanted === 'higher') };
}

export function showChange(change: Change, unit: string): string {
  if (change.kind === 'moved') {
    const by = `${change.by > 0 ? '+' : '−'}${showValue(Math.abs(change.by), unit)}`;
    return `${by}, ${change.better ? 'better' : 'worse'}`;
  }
  return {
    same: 'Unchanged',
    appeared: 'Not counted before',
    gone: 'No longer counted',
    redefined: 'Defined anew: not compared',
  }[change.kind];
}

export interface Compared {
  row: string;
  part: Part;
  name: string;
  measure: string;
  before?: CellFigure;
  now?: CellFigure;
  change: Change;
}

/** Every measure of either card, beside itself. */
export function compare(before: ScorecardContent, now: ScorecardContent): Compared[] {
  return now.rows.flatMap((row) => {
    const earlier = before.rows.find(({ key }) => key === row.key)?.figures ?? [];
    const measures = [...new Set([...row.figures, ...earlier].map(({ measure }) => measure))];
    return measures.flatMap((measure): Compared[] => {
      const [was, is] = [earlier, row.figures].map((list) => list.find((one) => one.measure === measure));
      const named = is ?? was;
      if (!named) return [];
      const found = { ...(was ? { before: was } : {}), ...(is ? { now: is } : {}) };
      return [
        { row: row.name, part: named.part, name: named.name, measure, ...found, change: changeOf(was, is) },
      ];
    });
  });
}

/** Figures that are other today than on a card that was issued: by their references. */
export function differing(issued: ScorecardContent, live: ScorecardContent): number {
  const all = (card: ScorecardContent) =>
    new Set(card.rows.flatMap((row) => row.figures.map((one) => one.reference)));
  const [then, today] = [all(issued), all(live)];
  return [...then, ...today].filter((one) => then.has(one) !== today.has(one)).length;
}

const HEAD = ['Row', 'Cell', 'Filled', 'Measure', 'Class', 'Definition', 'Period begins', 'Period kind'];

/** Every cell, filled or not, with every figure: all that the card says can be worked out from these lines alone. */
export function scorecardLines(card: ScorecardContent): (string | number)[][] {
  const lines = card.rows.flatMap((row) =>
    PART_NAMES.flatMap((part) => {
      const figures = inCell(row, part);
      if (figures.length === 0) return [[row.name, PARTS[part], 0]];
      return figures.map((one) => [
        ...[row.name, PARTS[part], 1, one.name, CLASS_NAMES[one.class], one.version, one.startsOn],
        ...[one.periodKind, one.value, one.unit, one.wanted, one.confidence, CHECKS[one.check]],
        ...[one.source, one.reference],
      ]);
    }),
  );
  const more = ['Figure', 'Unit', 'Wanted', 'Confidence', 'Verification', 'Source', 'Reference'];
  return [[...HEAD, ...more], ...lines];
}
