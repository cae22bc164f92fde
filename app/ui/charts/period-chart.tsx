import { useId } from 'react';

export type PeriodPoint = { name: string; value: number };

export type PeriodChartProps = {
  /** States the finding. */
  title: string;
  points: readonly PeriodPoint[];
  /** Names of points before which something was counted otherwise. */
  breaks: readonly string[];
  show: (value: number) => string;
};

// In units of the drawing, which fits the narrowest screen at about its true size.
const width = 320;
const height = 160;
const side = 34;
const top = 22;
const floor = height - 26;

/** How the series reads aloud: "2017: 5,000. 2018: 6,800, counted otherwise from here." */
export const periodsInWords = ({ points, breaks, show }: Omit<PeriodChartProps, 'title'>): string =>
  points
    .map(
      ({ name, value }) =>
        `${name}: ${show(value)}${breaks.includes(name) ? ', counted otherwise from here' : ''}.`,
    )
    .join(' ');

/** A line of figures over time, interrupted where something was counted otherwise; the words say every figure. */
export function PeriodChart({ title, points, breaks, show }: PeriodChartProps) {
  const id = useId();
  const most = Math.max(1, ...points.map(({ value }) => value));
  const step = points.length > 1 ? (width - 2 * side) / (points.length - 1) : 0;
  const x = (at: number) => Math.round((side + at * step) * 10) / 10;
  const y = (value: number) => Math.round((floor - (value / most) * (floor - top)) * 10) / 10;
  const labelled = (at: number) => points.length <= 6 || at === 0 || at === points.length - 1;
  return (
    <figure className="period-chart">
      <figcaption className="period-chart__title">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}title ${id}words`}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{periodsInWords({ points, breaks, show })}</desc>
        <line className="period-chart__axis" x1={side - 14} x2={width - side + 14} y1={floor} y2={floor} />
        {points.map(({ name, value }, at) => {
          const before = points[at - 1];
          return (
            <g key={name}>
              {before && !breaks.includes(name) && (
                <line
                  className="period-chart__line"
                  x1={x(at - 1)}
                  y1={y(before.value)}
                  x2={x(at)}
                  y2={y(value)}
                />
              )}
              {breaks.includes(name) && (
                <line
                  className="period-chart__break"
                  x1={x(at) - step / 2}
                  x2={x(at) - step / 2}
                  y1={top}
                  y2={floor}
                />
              )}
              <circle className="period-chart__point" cx={x(at)} cy={y(value)} r={4} />
              {labelled(at) && (
                <>
                  <text x={x(at)} y={y(value) - 8} textAnchor="middle">
                    {show(value)}
                  </text>
                  <text x={x(at)} y={height - 8} textAnchor="middle">
                    {name}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
