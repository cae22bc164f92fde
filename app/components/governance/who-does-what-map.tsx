import { useId } from 'react';
import type { MapRow, WhoDoesWhat } from '~/domain/governance/responsibilities/queries/who-does-what.server';
import { paths } from '~/paths';

// In units of the drawing. It is as wide as it needs to be; its region scrolls on a narrow page.
const names = 170;
const column = 88;
const row = 40;
const head = 72;

const MARK_WORDS: Record<string, string> = {
  G: 'governs',
  D: 'discusses',
  A: 'accountable',
  R: 'responsible',
  C: 'consulted',
  I: 'informed',
};

export const marksInWords = (marks: string): string =>
  [...marks].map((mark) => MARK_WORDS[mark] ?? mark).join(', ');

/** What the drawing shows, in one sentence. */
export function mapTitle({ areas, rows }: WhoDoesWhat): string {
  const governed = areas.filter(({ slug }) => rows.some(({ marks }) => marks[slug]?.includes('G')));
  const answered = areas.filter(({ slug }) => rows.some(({ marks }) => marks[slug]?.includes('A')));
  return `${governed.length} of ${areas.length} threat areas have a group that governs them, and ${answered.length} an organisation that is accountable`;
}

const addressOf = ({ kind, reference }: MapRow) =>
  kind === 'organisation' ? paths.organisation(reference) : paths.group(reference);

const short = (name: string) => (name.length > 50 ? `${name.slice(0, 48)}…` : name);

/** Organisations and groups against threat areas: a mark where one has to do with the other. */
export function WhoDoesWhatMap({ map }: { map: WhoDoesWhat }) {
  const id = useId();
  const { areas, rows } = map;
  const width = names + areas.length * column;
  return (
    <figure className="who-map">
      <figcaption className="who-map__title">{mapTitle(map)}</figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A region that scrolls must be reachable with the keyboard. */}
      <div className="scrolling-table" role="region" aria-label="Map of who does what" tabIndex={0}>
        <svg
          viewBox={`0 0 ${width} ${head + rows.length * row}`}
          width={width}
          role="group"
          aria-labelledby={`${id}title ${id}words`}
        >
          <title id={`${id}title`}>{mapTitle(map)}</title>
          <desc id={`${id}words`}>The table above says the same, one line for each mark.</desc>
          {areas.map(({ slug, name }, at) => (
            <foreignObject key={slug} x={names + at * column + 2} y={0} width={column - 4} height={head - 6}>
              <div className="who-map__head">
                <a className="govuk-link" href={paths.threatArea(slug)}>
                  {short(name)}
                </a>
              </div>
            </foreignObject>
          ))}
          {rows.map((one, at) => (
            <MapLine key={one.reference} line={one} areas={areas} top={head + at * row} width={width} />
          ))}
        </svg>
      </div>
    </figure>
  );
}

interface LineProps {
  line: MapRow;
  areas: WhoDoesWhat['areas'];
  top: number;
  width: number;
}

function MapLine({ line, areas, top, width }: LineProps) {
  return (
    <g>
      <line className="who-map__rule" x1={0} x2={width} y1={top} y2={top} />
      <foreignObject x={0} y={top + 1} width={names - 8} height={row - 2}>
        <div className={`who-map__name who-map__name--${line.kind}`}>
          <a className="govuk-link" href={addressOf(line)} aria-label={line.name}>
            {short(line.name)}
          </a>
        </div>
      </foreignObject>
      {areas.map(({ slug }, at) => {
        const marks = line.marks[slug];
        if (!marks) return null;
        const middle = names + (at + 0.5) * column;
        return (
          <g key={slug}>
            <rect
              className={`who-map__mark who-map__mark--${line.kind}`}
              x={middle - 18}
              y={top + 9}
              width={36}
              height={22}
              rx={3}
            />
            <text className="who-map__letter" x={middle} y={top + 25} textAnchor="middle">
              {marks}
            </text>
          </g>
        );
      })}
    </g>
  );
}
