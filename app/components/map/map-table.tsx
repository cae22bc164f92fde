import { gapsOf } from '~/domain/insight/map/cells/gap-kinds';
import { noFacts, type CellFacts } from '~/domain/insight/map/cells/cell-facts';
import type { EvidenceMap, Heading, MapRow } from '~/domain/insight/map/evidence-map';
import type { MapView } from '~/domain/insight/map/map-view';
import { sumOf, type Counts } from '~/domain/insight/map/marks';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { cellAddress, raiseAddress, type MapAxes } from './cell-address';
import { GapMarks } from './gap-marks';
import { Marks } from './marks';

export interface MapTableProps {
  map: EvidenceMap;
  view: MapView;
  axes: MapAxes;
  /** Gaps are shown inside the network alone. */
  seeGaps: boolean;
  /** People who write questions for a team are offered to fill them. */
  raiseQuestions: boolean;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One list of terms down, another across; every figure opens what it counts. */
export function MapTable(props: MapTableProps) {
  const { map, axes } = props;
  const rows = map.untagged ? [...map.rows, map.untagged] : map.rows;
  const head = [
    { content: capital(axes.rows.one), className: 'sticky left-0 z-10 bg-white' },
    ...map.columns.map(({ name }) => name),
    ...(map.hasUnplaced ? [`No ${axes.columns.one} stated`] : []),
    'All, each once',
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
  const { map, axes } = props;
  const linked = row !== map.untagged && axes.rows.key === 'threatArea';
  const name = linked ? (
    <a className="govuk-link whitespace-normal!" href={paths.threatArea(row.key)}>
      {row.name}
    </a>
  ) : (
    row.name
  );
  const beside = { key: 'none', name: `no ${axes.columns.one}` };
  return [
    { content: name, className: 'sticky left-0 bg-white' },
    ...row.cells.map((counts, index) =>
      cell(row, map.columns[index] ?? beside, { counts, facts: row.facts[index] ?? noFacts() }, props),
    ),
    ...(map.hasUnplaced ? [cell(row, beside, { counts: row.unplaced, facts: noFacts() }, props)] : []),
    <strong key="all">{sumOf(row.all)}</strong>,
  ];
}

type Figures = { counts: Counts; facts: CellFacts };

function cell(row: MapRow, column: Heading, { counts, facts }: Figures, props: MapTableProps) {
  const { seeGaps, raiseQuestions, map, axes, view } = props;
  const at = { row: row.key, column: column.key };
  const placed = row !== map.untagged && column.key !== 'none';
  const marks =
    sumOf(counts) > 0 ? <Marks counts={counts} about={(kind) => cellAddress(view, axes, at, kind)} /> : null;
  if (!seeGaps) return marks ?? '';
  if (!placed) return marks ?? <span className="text-quiet">none</span>;
  const kinds = gapsOf(counts, facts);
  return (
    <>
      {marks}
      {kinds.length > 0 && <GapMarks kinds={kinds} dueOn={facts.dueOn} />}
      {kinds.includes('absolute') && raiseQuestions && (
        <a className="govuk-link" href={raiseAddress(axes, at)}>
          raise a question
          <span className="govuk-visually-hidden">
            {' '}
            about {row.name} and {column.name}
          </span>
        </a>
      )}
    </>
  );
}
