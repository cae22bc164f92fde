import type { EvidenceMap, Heading, MapRow } from '~/domain/insight/map/evidence-map';
import { sumOf, type Counts } from '~/domain/insight/map/marks';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Marks } from './marks';

export interface MapTableProps {
  map: EvidenceMap;
  /** What filters call a column: `strand` or `priority`. */
  columnFilter: 'strand' | 'priority';
  /** Empty cells are shown as gaps inside the network alone. */
  seeGaps: boolean;
  /** False where the lists would show more than was counted. */
  linked: boolean;
  /** People who write questions for a team are offered to fill them. */
  raiseQuestions: boolean;
}

/** Threat areas down, strands or priorities across; every figure opens its list. */
export function MapTable(props: MapTableProps) {
  const { map, columnFilter } = props;
  const rows = map.untagged ? [...map.rows, map.untagged] : map.rows;
  const head = [
    { content: 'Threat area', className: 'sticky left-0 z-10 bg-white' },
    ...map.columns.map(({ name }) => name),
    ...(map.hasUnplaced ? [`No ${columnFilter} stated`] : []),
    'All',
  ];
  return (
    <ScrollingTable
      name="Evidence and demand map"
      className="map-table"
      firstCellIsHeader
      head={head}
      rows={rows.map((row) => rowCells(row, props))}
    />
  );
}

function rowCells(row: MapRow, props: MapTableProps) {
  const { map, columnFilter } = props;
  const tagged = row !== map.untagged;
  const name = tagged ? (
    <a className="govuk-link whitespace-normal!" href={paths.threatArea(row.key)}>
      {row.name}
    </a>
  ) : (
    row.name
  );
  return [
    { content: name, className: 'sticky left-0 bg-white' },
    ...row.cells.map((counts, index) => cell(row, map.columns[index], counts, props)),
    ...(map.hasUnplaced ? [cell(row, { key: 'none', name: `no ${columnFilter}` }, row.unplaced, props)] : []),
    <strong key="all">{sumOf(row.all)}</strong>,
  ];
}

function cell(row: MapRow, column: Heading | undefined, counts: Counts, props: MapTableProps) {
  const { columnFilter, seeGaps, raiseQuestions, map, linked } = props;
  const about = { threat: row.key, [columnFilter]: column?.key ?? 'none' };
  const hasList = linked && (columnFilter === 'strand' || column?.key !== 'none');
  if (sumOf(counts) > 0) return <Marks counts={counts} about={hasList ? about : null} />;
  if (!seeGaps) return '';
  if (!raiseQuestions || row === map.untagged || column?.key === 'none')
    return <span className="text-quiet">none</span>;
  return (
    <a className="govuk-link" href={paths.raiseQuestion(about)}>
      raise a question
      <span className="govuk-visually-hidden">
        {' '}
        about {row.name} and {column?.name}
      </span>
    </a>
  );
}
