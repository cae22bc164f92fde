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

const LINE = 12;
const LETTER = 8;
const RADIUS = 5;

interface Placed {
  number: number;
  x: number;
  y: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const dotOf = ({ x, y }: Placed): Box => ({
  ...{ left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS },
});

const wordOf = ({ number, x, y }: Placed, lift: number): Box => {
  const [left, bottom] = [x + 7, y - RADIUS - lift];
  return { left, right: left + LETTER * String(number).length, top: bottom - LINE + 1, bottom };
};

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** How much higher than beside its point each number is written, so that it covers no other and no point. */
export function liftsOf(places: readonly Placed[]): number[] {
  const taken = places.map(dotOf);
  const lifts = new Map<Placed, number>();
  for (const place of places.toSorted((a, b) => a.x - b.x)) {
    let lift = 0;
    while (taken.some((box) => meet(box, wordOf(place, lift)))) lift += LINE;
    taken.push(wordOf(place, lift));
    lifts.set(place, lift);
  }
  return places.map((place) => lifts.get(place) ?? 0);
}

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
  const places = points.map(({ number, x, y }) => ({ number, x: toX(x), y: toY(y) }));
  const lifts = liftsOf(places);
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
        {points.map((point, index) => (
          <a key={point.number} href={point.href} aria-label={pointInWords(point, show)}>
            <Mark at={places[index] ?? point} lift={lifts[index] ?? 0} />
          </a>
        ))}
      </svg>
    </figure>
  );
}

function Mark({ at: { number, x, y }, lift }: { at: Placed; lift: number }) {
  return (
    <>
      <rect className="scatter-chart__place" x={x - 12} y={y - 18 - lift} width={36} height={30 + lift} />
      {lift > 0 && <line className="scatter-chart__lift" x1={x} x2={x + 7} y1={y} y2={y - RADIUS - lift} />}
      <circle cx={x} cy={y} r={RADIUS} />
      <text x={x + 7} y={y - RADIUS - lift}>
        {number}
      </text>
    </>
  );
}
