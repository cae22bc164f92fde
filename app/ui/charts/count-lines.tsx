import { useId } from 'react';

export type CountPoint = { at: number; label: string; counts: readonly number[] };

export type CountLinesProps = {
  title: string;
  names: readonly string[];
  points: readonly CountPoint[];
};

// In units of the drawing, which fits the narrowest screen at about its true size.
const width = 320;
const height = 180;
const left = 28;
const right = 8;
const top = 8;
const bottom = 24;

/** How the lines read aloud. */
export const countsAloud = ({ names, points }: Omit<CountLinesProps, 'title'>): string =>
  points
    .map(
      ({ label, counts }) => `${label}: ${names.map((name, at) => `${name} ${counts[at] ?? 0}`).join(', ')}.`,
    )
    .join(' ');

/** Counts that hold until they change, drawn as steps; the title states the finding, the words say every figure. */
export function CountLines({ title, names, points }: CountLinesProps) {
  const id = useId();
  const first = points[0]?.at ?? 0;
  const span = (points.at(-1)?.at ?? 0) - first || 1;
  const most = Math.max(1, ...points.flatMap(({ counts }) => counts));
  const x = (at: number) => Math.round(left + ((at - first) / span) * (width - left - right));
  const y = (count: number) => Math.round(height - bottom - (count / most) * (height - top - bottom));
  const path = (place: number) =>
    points
      .map(({ at, counts }, index) => {
        const [across, up] = [x(at), y(counts[place] ?? 0)];
        return index === 0 ? `M${across} ${up}` : `H${across} V${up}`;
      })
      .join(' ');
  return (
    <figure className="count-lines">
      <figcaption className="count-lines__title">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}title ${id}words`}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{countsAloud({ names, points })}</desc>
        <line className="count-lines__axis" x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
        {[0, most].map((count) => (
          <text key={count} x={left - 4} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        ))}
        {names.map((name, place) => (
          <path key={name} className={`count-lines__line count-lines__line--${place + 1}`} d={path(place)} />
        ))}
        <text x={left} y={height - 6}>
          {points[0]?.label}
        </text>
        <text x={width - right} y={height - 6} textAnchor="end">
          {points.at(-1)?.label}
        </text>
      </svg>
      <ul className="count-lines__key">
        {names.map((name, place) => (
          <li key={name} className={`count-lines__name count-lines__name--${place + 1}`}>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
