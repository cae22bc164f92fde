import { useId } from 'react';

export type ScatterPoint = { name: string; x: number; y: number };

export type ScatterChartProps = {
  title: string;
  points: readonly ScatterPoint[];
  across: string;
  up: string;
  showX: (value: number) => string;
  showY: (value: number) => string;
};

// In units of the drawing, which fits the narrowest screen at about its true size.
const width = 320;
const height = 260;
const edge = { left: 10, right: 14, top: 26, bottom: 40 };

/** How the points read aloud: "1 Fraud: 4.2, £2m." */
export const pointsInWords = ({
  points,
  showX,
  showY,
}: Pick<ScatterChartProps, 'points' | 'showX' | 'showY'>) =>
  points.map(({ name, x, y }, index) => `${index + 1} ${name}: ${showX(x)}, ${showY(y)}.`).join(' ');

/** A numbered mark for each; the table beside it has the same numbers. */
export function ScatterChart({ title, points, across, up, showX, showY }: ScatterChartProps) {
  const id = useId();
  const [mostX, mostY] = [Math.max(1, ...points.map(({ x }) => x)), Math.max(1, ...points.map(({ y }) => y))];
  const round = (value: number) => Math.round(value * 10) / 10;
  const floor = height - edge.bottom;
  const toX = (x: number) => round(edge.left + (x / mostX) * (width - edge.left - edge.right));
  const toY = (y: number) => round(floor - (y / mostY) * (floor - edge.top));
  return (
    <figure className="scatter-chart">
      <figcaption className="scatter-chart__title">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}title ${id}words`}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{pointsInWords({ points, showX, showY })}</desc>
        <line className="scatter-chart__axis" x1={edge.left} x2={width} y1={floor} y2={floor} />
        <line className="scatter-chart__axis" x1={edge.left} x2={edge.left} y1={edge.top - 8} y2={floor} />
        <text x={0} y={12}>
          {up}, up to {showY(mostY)}
        </text>
        <text x={width} y={height - 6} textAnchor="end">
          {across}, up to {showX(mostX)}
        </text>
        {points.map(({ name, x, y }, index) => (
          <g key={name}>
            <circle cx={toX(x)} cy={toY(y)} r={5} />
            <text x={toX(x) + 7} y={toY(y) - 5}>
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
