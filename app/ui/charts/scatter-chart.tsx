import { useId } from 'react';

export type ScatterPoint = {
  /** The number it has in the table beside it. */
  number: number;
  name: string;
  x: number;
  y: number;
  /** Where the rows behind it are. */
  href: string;
};

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
const edge = { left: 10, right: 24, top: 30, bottom: 40 };

type Shown = Pick<ScatterChartProps, 'showX' | 'showY'>;

const pointInWords = ({ number, name, x, y }: ScatterPoint, { showX, showY }: Shown) =>
  `${number} ${name}: ${showX(x)}, ${showY(y)}`;

/** How the points read aloud: "1 Fraud: 4.2, £2m." */
export const pointsInWords = ({ points, ...show }: Shown & Pick<ScatterChartProps, 'points'>) =>
  points.map((point) => `${pointInWords(point, show)}.`).join(' ');

/** A numbered mark for each, which leads to its rows; the table beside it has the same numbers. */
export function ScatterChart({ title, points, across, up, ...show }: ScatterChartProps) {
  const id = useId();
  const [mostX, mostY] = [Math.max(1, ...points.map(({ x }) => x)), Math.max(1, ...points.map(({ y }) => y))];
  const round = (value: number) => Math.round(value * 10) / 10;
  const floor = height - edge.bottom;
  const toX = (x: number) => round(edge.left + (x / mostX) * (width - edge.left - edge.right));
  const toY = (y: number) => round(floor - (y / mostY) * (floor - edge.top));
  return (
    <figure className="scatter-chart">
      <figcaption className="scatter-chart__title">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby={`${id}title ${id}words`}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{pointsInWords({ points, ...show })}</desc>
        <line className="scatter-chart__axis" x1={edge.left} x2={width} y1={floor} y2={floor} />
        <line className="scatter-chart__axis" x1={edge.left} x2={edge.left} y1={edge.top - 8} y2={floor} />
        <text x={0} y={12}>
          {up}, up to {show.showY(mostY)}
        </text>
        <text x={width} y={height - 6} textAnchor="end">
          {across}, up to {show.showX(mostX)}
        </text>
        {points.map((point) => {
          const [x, y] = [toX(point.x), toY(point.y)];
          return (
            <a key={point.number} href={point.href} aria-label={pointInWords(point, show)}>
              <rect className="scatter-chart__place" x={x - 12} y={y - 18} width={36} height={30} />
              <circle cx={x} cy={y} r={5} />
              <text x={x + 7} y={y - 5}>
                {point.number}
              </text>
            </a>
          );
        })}
      </svg>
    </figure>
  );
}
