import type { MarkKind } from '~/domain/insight/map/marks';
import { narrows, viewFilters, type MapView } from '~/domain/insight/map/map-view';
import { paths } from '~/paths';
import { markAddress } from './mark-address';

export interface MapAxes {
  rows: { key: string; one: string };
  columns: { key: string; one: string };
}

/** What the lists and the form of a new question call a scheme; a set of priorities has none of these keys. */
const FILTERS: Record<string, string> = {
  threatArea: 'threat',
  strand: 'strand',
  enabler: 'enabler',
  level: 'level',
};
const OTHER_SCHEMES = new Set([
  'method',
  'discipline',
  'questionType',
  'businessModelStage',
  'chainPosition',
  'interventionType',
  'region',
]);

const filterOf = (axis: string): string | null =>
  FILTERS[axis] ?? (OTHER_SCHEMES.has(axis) ? null : 'priority');

/** The list of questions or findings where it can show just what a figure counts; else the records of the cell. */
export function cellAddress(
  view: MapView,
  { rows, columns }: MapAxes,
  at: { row: string; column: string },
  kind?: MarkKind,
): string {
  const [row, column] = [filterOf(rows.key), filterOf(columns.key)];
  const listed = kind && row && column && row !== column && !narrows(view) && view.view === 'network';
  const priorityOfNone = (column === 'priority' && at.column === 'none') || row === 'priority';
  if (listed && !priorityOfNone) return markAddress(kind, { [row]: at.row, [column]: at.column });
  return paths.mapRecords({ ...viewFilters(view), ...at, kind });
}

/** A new question about what both headings say, as far as its form can be told. */
export function raiseAddress({ rows, columns }: MapAxes, at: { row: string; column: string }): string {
  const about = [
    [filterOf(rows.key), at.row],
    [filterOf(columns.key), at.column],
  ].filter(([filter]) => filter && filter !== 'level');
  return paths.raiseQuestion(Object.fromEntries(about) as Record<string, string>);
}
