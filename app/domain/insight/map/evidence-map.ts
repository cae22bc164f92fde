import { addFacts, noFacts, type CellFacts, type PlacedFacts } from './cells/cell-facts';
import { findingsIn, inWords, noCounts, sumOf, type Counts, type MarkKind } from './marks';

/** A row or a column: `key` is what filters of lists know it by. */
export interface Heading {
  key: string;
  name: string;
}

/** One figure as counted: without a row or a column it belongs to none; at a higher level it is a total. */
export interface Counted {
  level: 'cell' | 'row' | 'column' | 'all';
  row: string | null;
  column: string | null;
  kind: MarkKind;
  count: number;
}

export interface MapRow extends Heading {
  cells: Counts[];
  /** Of each cell, in the same order. */
  facts: CellFacts[];
  /** Tagged with this row and no column. */
  unplaced: Counts;
  /** Each item once, in however many columns it stands. */
  all: Counts;
}

export interface EvidenceMap {
  columns: Heading[];
  rows: MapRow[];
  /** Items that carry no threat area; null when there are none. */
  untagged: MapRow | null;
  /** Whether any row has items that stand in no column. */
  hasUnplaced: boolean;
  total: Counts;
}

/** What the rows of the map are called. */
export interface RowNoun {
  one: string;
  many: string;
}

const AREAS: RowNoun = { one: 'threat area', many: 'threat areas' };

interface Figures {
  counted: readonly Counted[];
  facts?: readonly PlacedFacts[];
  noun?: RowNoun;
}

/** Lays counted figures out. A row or column without any figure is an empty one, not a missing one. */
export function layOut(
  rows: Heading[],
  columns: Heading[],
  { counted, facts = [], noun = AREAS }: Figures,
): EvidenceMap {
  const figures = new Map<string, number>();
  const at = (level: string, row: string | null, column: string | null, kind: string) =>
    `${level}|${row ?? ''}|${column ?? ''}|${kind}`;
  for (const { level, row, column, kind, count } of counted) figures.set(at(level, row, column, kind), count);
  const countsAt = (level: Counted['level'], row: string | null, column: string | null): Counts => {
    const counts = noCounts();
    for (const kind of Object.keys(counts) as MarkKind[])
      counts[kind] = figures.get(at(level, row, column, kind)) ?? 0;
    return counts;
  };
  const held = new Map<string, CellFacts>();
  const placeOf = (row: string | null, column: string | null) => `${row ?? ''}|${column ?? ''}`;
  for (const one of facts) {
    const place = placeOf(one.row, one.column);
    held.set(place, addFacts(held.get(place) ?? noFacts(), one));
  }
  const factsAt = (row: string | null, column: string) => held.get(placeOf(row, column)) ?? noFacts();
  const rowOf = (heading: Heading, key: string | null): MapRow => ({
    ...heading,
    cells: columns.map((column) => countsAt('cell', key, column.key)),
    facts: columns.map((column) => factsAt(key, column.key)),
    unplaced: countsAt('cell', key, null),
    all: countsAt('row', key, null),
  });
  const laid = rows.map((row) => rowOf(row, row.key));
  const untagged = rowOf({ key: 'none', name: `No ${noun.one} stated` }, null);
  const hasUntagged = sumOf(untagged.all) > 0;
  const shown = hasUntagged ? [...laid, untagged] : laid;
  return {
    columns,
    rows: laid,
    untagged: hasUntagged ? untagged : null,
    hasUnplaced: shown.some(({ unplaced }) => sumOf(unplaced) > 0),
    total: countsAt('all', null, null),
  };
}

const emptyRows = (map: EvidenceMap, column: number): number =>
  map.rows.filter(({ cells }) => {
    const cell = cells[column];
    return cell !== undefined && sumOf(cell) === 0;
  }).length;

/** What the map shows, as its heading: the widest gap, or that there is none. For the network alone. */
export function gapHeading(map: EvidenceMap, noun: RowNoun = AREAS): string {
  if (map.columns.length === 0) return 'This list has no known priorities to map';
  if (sumOf(map.total) === 0) return 'Nothing has been asked, bought or found yet';
  const gaps = map.columns.map((column, index) => ({ column, empty: emptyRows(map, index) }));
  const widest = gaps.reduce((most, gap) => (gap.empty > most.empty ? gap : most));
  if (widest.empty === 0) return `Every ${noun.one} has something in every column`;
  const share = `${inWords(widest.empty)} of ${inWords(map.rows.length)} ${noun.many}`;
  const verb = widest.empty === 1 ? 'has' : 'have';
  const subject =
    widest.empty === map.rows.length ? `No ${noun.one} has anything` : `${capital(share)} ${verb} nothing`;
  return `${subject} on ${widest.column.name}`;
}

/** What was released, without saying what was not. */
export function releasedHeading(map: EvidenceMap): string {
  const findings = findingsIn(map.total);
  const questions = map.total.question + map.total.commission;
  if (findings + questions === 0) return 'Nothing has been released to the public yet';
  return `${amount(findings, 'finding')} and ${amount(questions, 'question')} released to the public`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const amount = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
