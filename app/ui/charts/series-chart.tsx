import { useId } from 'react';

export type SeriesPoint = { name: string; at: number; value: number };

export type SeriesChartProps = {
  title: string;
  /** One line each: two series are never joined. */
  series: readonly { name: string; points: readonly SeriesPoint[] }[];
  /** How a number on the axis reads. */
  show: (value: number) => string;
};

// In units of the drawing, which fits the narrowest screen at about its true size.
const width = 320;
const height = 190;
const edge = { left: 8, right: 8, top: 22, bottom: 26 };

/** How the series read aloud: "Series 1: January 2026 40, February 2026 45." */
export const seriesInWords = ({ series, show }: Omit<SeriesChartProps, 'title'>): string =>
  series
    .map(
      ({ name, points }) => `${name}: ${points.map((one) => `${one.name} ${show(one.value)}`).join(', ')}.`,
    )
    .join(' ');

function scaleOf(points: readonly SeriesPoint[]) {
  const values = points.map(({ value }) => value);
  const instants = points.map(({ at }) => at);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const round = (value: number) => Math.round(value * 10) / 10;
  const wide = width - edge.left - edge.right;
  const high = height - edge.top - edge.bottom;
  return {
    least,
    most,
    x: (at: number) =>
      round(last === first ? width / 2 : edge.left + 5 + ((at - first) / (last - first)) * (wide - 10)),
    y: (value: number) => round(height - edge.bottom - ((value - least) / (most - least || 1)) * high),
  };
}

/** A line for each series with a mark at every figure, from zero; the title states the finding. */
export function SeriesChart({ title, series, show }: SeriesChartProps) {
  const id = useId();
  const points = series.flatMap((one) => one.points);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const { x, y, most } = scaleOf(points);
  return (
    <figure className="series-chart">
      <figcaption className="series-chart__title">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}title ${id}words`}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{seriesInWords({ series, show })}</desc>
        <line className="series-chart__axis" x1={0} x2={width} y1={y(0)} y2={y(0)} />
        <text x={0} y={12}>
          {show(most)}
        </text>
        {series.map(({ name, points: line }, index) => (
          <g key={name} className={index % 2 === 0 ? 'series-chart__one' : 'series-chart__other'}>
            <polyline points={line.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
            {line.map(({ at, value, name: period }) => (
              <circle key={period} cx={x(at)} cy={y(value)} r={4} />
            ))}
          </g>
        ))}
        <text x={0} y={height - 6}>
          {first.name}
        </text>
        {last.at === first.at ? null : (
          <text x={width} y={height - 6} textAnchor="end">
            {last.name}
          </text>
        )}
      </svg>
      {series.length > 1 ? (
        <p className="govuk-body-s">
          A line ends where the definition changed: the lines cannot be compared.
        </p>
      ) : null}
    </figure>
  );
}
