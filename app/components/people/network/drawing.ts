import type { Network } from '~/domain/people/network/co-authors';

export const WIDTH = 680;
export const HEIGHT = 460;
const RADIUS = { x: 210, y: 170 };

export interface Point {
  x: number;
  y: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

export const CENTRE: Point = { x: WIDTH / 2, y: HEIGHT / 2 };

/** Round the person in the middle, the closest at the top, evenly spaced clockwise. */
export const placesOf = ({ coAuthors }: Network): Map<string, Point> =>
  new Map(
    coAuthors.map(({ key }, index) => {
      const angle = (2 * Math.PI * index) / coAuthors.length - Math.PI / 2;
      const x = round(CENTRE.x + RADIUS.x * Math.cos(angle));
      return [key, { x, y: round(CENTRE.y + RADIUS.y * Math.sin(angle)) }];
    }),
  );

/** One pixel a shared work, up to five. */
export const widthOf = (works: number): number => Math.min(works, 5);

const MOST_LETTERS = 24;
export const shortName = (name: string): string =>
  name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;

const works = (count: number): string => `${count} ${count === 1 ? 'work' : 'works'}`;

/** What the drawing shows, in one sentence. */
export function networkTitle(name: string, { coAuthors, more }: Network): string {
  const [closest] = coAuthors;
  const count = coAuthors.length + more;
  const most = closest ? `, most with ${closest.name} (${works(closest.works.length)})` : '';
  return `${name} has written with ${count} ${count === 1 ? 'person' : 'people'}${most}`;
}

/** How the drawing reads aloud: "Ada Ash: 3 works." */
export const networkAloud = ({ coAuthors }: Network): string =>
  coAuthors.map((one) => `${one.name}: ${works(one.works.length)}.`).join(' ');
