import type { EvidenceMap } from './evidence-map';
import { MARKS, MARK_NAMES, type Counts } from './marks';

const figures = (counts: Counts): number[] => MARKS.map((mark) => counts[mark]);

/** The map as lines of a table: one a cell, then the total of each row with each item counted once. */
export function mapLines(map: EvidenceMap, columnName: string): (string | number)[][] {
  const rows = map.untagged ? [...map.rows, map.untagged] : map.rows;
  const lines = rows.flatMap(({ name, cells, unplaced, all }) => [
    ...cells.map((cell, index) => [name, map.columns[index]?.name ?? '', ...figures(cell)]),
    ...(map.hasUnplaced ? [[name, `No ${columnName} stated`, ...figures(unplaced)]] : []),
    [name, 'All, each item once', ...figures(all)],
  ]);
  return [['Threat area', columnName, ...MARKS.map((mark) => MARK_NAMES[mark])], ...lines];
}
