import { GAPS, gapsOf } from './cells/gap-kinds';
import { noFacts, type CellFacts } from './cells/cell-facts';
import type { EvidenceMap } from './evidence-map';
import { MARKS, MARK_NAMES, type Counts } from './marks';

type Line = (string | number)[];

const figures = (counts: Counts): number[] => MARKS.map((mark) => counts[mark]);

const factsIn = ({ unfunded, dueOn, shared, reviews, current }: CellFacts): Line => [
  ...[unfunded, dueOn ?? '', shared, reviews, current],
];
const FACT_NAMES = [
  'open questions without stated money',
  'first commission ends on',
  'findings that answer no question',
  'findings that review others',
  'findings within their review day',
];

export interface LineOptions {
  rowName: string;
  columnName: string;
  /** Gaps are named inside the network alone. */
  seeGaps: boolean;
}

/** The map as lines of a table: one a cell, then the total of each row with each item counted once. */
export function mapLines(map: EvidenceMap, { rowName, columnName, seeGaps }: LineOptions): Line[] {
  const rows = map.untagged ? [...map.rows, map.untagged] : map.rows;
  const rest = seeGaps ? FACT_NAMES.map((): string => '').concat('') : [];
  const beside = (counts: Counts, facts: CellFacts, named: boolean): Line => {
    if (!seeGaps) return [];
    const kinds = named ? gapsOf(counts, facts).map((kind) => GAPS[kind].name) : [];
    return [...factsIn(facts), kinds.join('; ')];
  };
  const lines = rows.flatMap((row) => [
    ...row.cells.map((cell, index) => [
      row.name,
      map.columns[index]?.name ?? '',
      ...figures(cell),
      ...beside(cell, row.facts[index] ?? noFacts(), row !== map.untagged),
    ]),
    ...(map.hasUnplaced ? [[row.name, `No ${columnName} stated`, ...figures(row.unplaced), ...rest]] : []),
    [row.name, 'All, each item once', ...figures(row.all), ...rest],
  ]);
  const head = [rowName, columnName, ...MARKS.map((mark) => MARK_NAMES[mark])];
  return [[...head, ...(seeGaps ? [...FACT_NAMES, 'gaps'] : [])], ...lines];
}
