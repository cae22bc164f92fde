import { useId } from 'react';
import type { EvidenceMap } from '~/domain/insight/map/evidence-map';
import type { MapView } from '~/domain/insight/map/map-view';
import { findingsIn, type Counts } from '~/domain/insight/map/marks';
import { cellAddress, type MapAxes } from './cell-address';

export interface MapBubblesProps {
  title: string;
  map: EvidenceMap;
  view: MapView;
  axes: MapAxes;
}

// In units of the drawing.
const NAMES = 150;
const STEP = 92;
const MOST_RADIUS = 20;

const demandIn = (counts: Counts): number => counts.question + counts.commission;

const amount = (count: number, noun: string) =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;

/** How a cell reads aloud: "Fraud and Prevent: 3 findings known, 1 question asked or being bought". */
const inWords = (row: string, column: string, counts: Counts): string =>
  `${row} and ${column}: ${amount(findingsIn(counts), 'finding')} known, ${amount(demandIn(counts), 'question')} asked or being bought`;

const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

interface Scaled {
  at: { x: number; y: number };
  counts: Counts;
  most: number;
}

/** Area, not radius, says how many. Known on the left, filled; asked on the right, an open square. */
function Cell({ at, counts, most }: Scaled) {
  const radius = (count: number) => Math.max(3, Math.sqrt(count / most) * MOST_RADIUS);
  const [known, asked] = [findingsIn(counts), demandIn(counts)];
  const side = radius(asked) * 1.77;
  return (
    <>
      {known > 0 && <circle className="map-bubbles__known" cx={at.x - 20} cy={at.y} r={radius(known)} />}
      {asked > 0 && (
        <rect
          className="map-bubbles__asked"
          x={at.x + 22 - side / 2}
          y={at.y - side / 2}
          width={side}
          height={side}
        />
      )}
    </>
  );
}

/** The map as a picture, drawn on the server; the table says the same, and each bubble is a link to its records. */
export function MapBubbles({ title, map, view, axes }: MapBubblesProps) {
  const id = useId();
  const head = map.columns.some(({ name }) => name.length > 12) ? 64 : 30;
  const [width, height] = [NAMES + map.columns.length * STEP, head + map.rows.length * 46 + 8];
  const cells = map.rows.flatMap((row, down) =>
    row.cells.map((counts, across) => ({ row, counts, down, column: map.columns[across], across })),
  );
  const most = Math.max(1, ...cells.map(({ counts }) => Math.max(findingsIn(counts), demandIn(counts))));
  const filled = cells.filter(({ counts }) => findingsIn(counts) + demandIn(counts) > 0);
  return (
    <figure className="map-bubbles">
      <figcaption className="map-bubbles__title">{title}</figcaption>
      <p className="govuk-body-s">
        Filled circle: findings known. Open square: questions asked or being bought. The larger, the more.
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A region that scrolls must be reachable with the keyboard. */}
      <div className="scrolling-table" role="region" aria-label="The map as bubbles" tabIndex={0}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="group"
          aria-labelledby={`${id}t`}
        >
          <title id={`${id}t`}>{title}</title>
          {map.columns.map(({ key, name }, across) => (
            <foreignObject key={key} x={NAMES + across * STEP + 2} y={0} width={STEP - 4} height={head - 6}>
              <div className="map-bubbles__column">{short(name, 44)}</div>
            </foreignObject>
          ))}
          {map.rows.map(({ key, name }, down) => (
            <foreignObject key={key} x={0} y={head + down * 46 + 1} width={NAMES - 8} height={45}>
              <div className="map-bubbles__row">{short(name, 60)}</div>
            </foreignObject>
          ))}
          {map.rows.map(({ key }, down) => (
            <line
              key={key}
              className="map-bubbles__rule"
              x1={0}
              x2={width}
              y1={head + down * 46}
              y2={head + down * 46}
            />
          ))}
          {filled.map(({ row, counts, down, column, across }) => {
            const at = { x: NAMES + (across + 0.5) * STEP, y: head + down * 46 + 23 };
            const where = { row: row.key, column: column?.key ?? 'none' };
            return (
              <a
                key={`${where.row} ${where.column}`}
                href={cellAddress(view, axes, where)}
                aria-label={inWords(row.name, column?.name ?? '', counts)}
              >
                <rect
                  className="map-bubbles__cell"
                  x={at.x - STEP / 2}
                  y={at.y - 23}
                  width={STEP}
                  height={46}
                />
                <Cell at={at} counts={counts} most={most} />
              </a>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}
