import type { Network } from '~/domain/people/network/co-authors';
import { CENTRE, HEIGHT, networkAloud, networkTitle, placesOf, shortName, WIDTH, widthOf } from './drawing';

interface Props {
  name: string;
  network: Network;
}

/** Who wrote with whom, drawn; the table beside it says the same in words. */
export function NetworkDrawing({ name, network }: Props) {
  const places = placesOf(network);
  const title = networkTitle(name, network);
  return (
    <figure className="network">
      <figcaption className="network__title">{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby="network-title network-words"
        aria-describedby="network-table"
      >
        <title id="network-title">{title}</title>
        <desc id="network-words">{networkAloud(network)}</desc>
        {network.ties.map(({ from, to, works }) => {
          const [one, other] = [places.get(from), places.get(to)];
          return one && other ? (
            <line
              key={`${from} ${to}`}
              className="network__tie"
              {...{ x1: one.x, y1: one.y, x2: other.x, y2: other.y }}
              strokeWidth={widthOf(works)}
            />
          ) : null;
        })}
        {network.coAuthors.map(({ key, works }) => {
          const place = places.get(key) ?? CENTRE;
          return (
            <line
              key={key}
              className="network__spoke"
              {...{ x1: CENTRE.x, y1: CENTRE.y, x2: place.x, y2: place.y }}
              strokeWidth={widthOf(works.length)}
            />
          );
        })}
        {network.coAuthors.map((one) => (
          <Node
            key={one.key}
            label={one.name}
            isKnown={one.reference !== null}
            at={places.get(one.key) ?? CENTRE}
          />
        ))}
        <circle className="network__middle" cx={CENTRE.x} cy={CENTRE.y} r={14} />
        <text
          className="network__name network__name--middle"
          x={CENTRE.x}
          y={CENTRE.y + 32}
          textAnchor="middle"
        >
          {shortName(name)}
        </text>
      </svg>
    </figure>
  );
}

function Node({ label, isKnown, at }: { label: string; isKnown: boolean; at: { x: number; y: number } }) {
  const isAbove = at.y < CENTRE.y;
  return (
    <>
      <circle className={isKnown ? 'network__expert' : 'network__author'} cx={at.x} cy={at.y} r={8} />
      <text className="network__name" x={at.x} y={at.y + (isAbove ? -14 : 24)} textAnchor="middle">
        {shortName(label)}
      </text>
    </>
  );
}
