import { useId } from 'react';

export type IntervalRow = {
  name: string;
  lowest: number;
  best: number;
  highest: number;
  /** The one that the others come to together; drawn heavier. */
  joint?: boolean;
};

export type IntervalChartProps = {
  title: string;
  rows: readonly IntervalRow[];
  /** How a number on the axis reads. */
  show: (value: number) => string;
};

// In units of the drawing, which fits the narrowest screen at about its true size.
const width = 320;
const left = 6;
const right = 6;
const rowHeight = 36;
const axisHeight = 26;

/** How the intervals read aloud: "Expert A: 40, from 10 to 90." */
export const intervalsInWords = ({ rows, show }: Omit<IntervalChartProps, 'title'>): string =>
  rows
    .map(
      ({ name, lowest, best, highest }) =>
        `${name}: ${show(best)}, from ${show(lowest)} to ${show(highest)}.`,
    )
    .join(' ');

type RowProps = { row: IntervalRow; top: number; at: (value: number) => number };

function Interval({ row: { name, lowest, best, highest, joint }, top, at }: RowProps) {
  const middle = top + 24;
  return (
    <g className={joint ? 'interval-chart__joint' : undefined}>
      <text x={left} y={top + 12} className="interval-chart__name">
        {name}
      </text>
      <line className="interval-chart__line" x1={at(lowest)} x2={at(highest)} y1={middle} y2={middle} />
      <line className="interval-chart__end" x1={at(lowest)} x2={at(lowest)} y1={middle - 5} y2={middle + 5} />
      <line
        className="interval-chart__end"
        x1={at(highest)}
        x2={at(highest)}
        y1={middle - 5}
        y2={middle + 5}
      />
      {joint ? (
        <rect className="interval-chart__best" x={at(best) - 5} y={middle - 5} width={10} height={10} />
      ) : (
        <circle className="interval-chart__best" cx={at(best)} cy={middle} r={4.5} />
      )}
    </g>
  );
}

/** A line from lowest to highest for each, with a mark at the best; the title states the finding, the words say every figure. */
export function IntervalChart({ title, rows, show }: IntervalChartProps) {
  const id = useId();
  const least = Math.min(...rows.map(({ lowest }) => lowest));
  const most = Math.max(...rows.map(({ highest }) => highest));
  const span = most - least || 1;
  const at = (value: number) =>
    Math.round((left + ((value - least) / span) * (width - left - right)) * 10) / 10;
  const height = rows.length * rowHeight + axisHeight;
  const floor = height - axisHeight + 4;
  const ticks = [
    { value: least, anchor: 'start' as const },
    { value: (least + most) / 2, anchor: 'middle' as const },
    { value: most, anchor: 'end' as const },
  ];
  return (
    <figure className="interval-chart">
      <figcaption className="interval-chart__title">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}title ${id}words`}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{intervalsInWords({ rows, show })}</desc>
        {rows.map((row, index) => (
          <Interval key={row.name} row={row} top={index * rowHeight} at={at} />
        ))}
        <line className="interval-chart__axis" x1={left} x2={width - right} y1={floor} y2={floor} />
        {ticks.map(({ value, anchor }) => (
          <text key={anchor} x={at(value)} y={height - 4} textAnchor={anchor}>
            {show(value)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
