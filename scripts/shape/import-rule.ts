/**
 * The import rule: routes → web → domain → platform. A module of the domain may use those above it in this
 * order; matching, insight, audit and assurance read all; notifications listens and nobody imports it.
 */
const ORDER = [
  'taxonomy',
  'strategy',
  'people',
  'questions',
  'enquiries',
  'bids',
  'evaluation',
  'awards',
  'knowledge',
  'understanding',
  'elicitation',
  'discussion',
  'ratings',
  'measures',
  'ledger',
  'curation',
  'requests',
  'governance',
  'succession',
];
const READERS = ['matching', 'insight', 'audit', 'assurance'];

/** Routes are split into areas; none imports another. */
const AREAS = [
  'about',
  'account',
  'administration',
  'api',
  'assurance',
  'awards',
  'bids',
  'curation',
  'discussion',
  'evaluation',
  'governance',
  'home',
  'insight',
  'knowledge',
  'measures',
  'people',
  'questions',
  'strategy',
];

export type Zone = { target: string; from: string[]; message: string };

const layer = (target: string, from: string[], message: string): Zone => ({
  target: `app/${target}`,
  from: from.map((path) => `app/${path}`),
  message,
});
const without = (list: string[], ...taken: string[]) => list.filter((item) => !taken.includes(item));

const layers = [
  layer('platform', ['domain', 'web', 'components', 'ui', 'routes'], 'The platform knows nobody above it.'),
  layer('domain', ['web', 'components', 'ui', 'routes', 'paths', 'paths.ts'], 'The domain knows no pages.'),
  layer('web', ['components', 'ui', 'routes'], 'web stands between pages and domain.'),
  layer(
    'ui',
    ['platform', 'domain', 'web', 'components', 'routes', 'paths', 'paths.ts'],
    'ui imports only ui.',
  ),
  layer('components', ['platform', 'web', 'routes'], 'Components import ui and pure files of the domain.'),
  layer('routes', ['platform'], 'Pages ask the domain, never the platform.'),
];

const areas = AREAS.map((area) =>
  layer(
    `routes/${area}`,
    without(AREAS, area).map((other) => `routes/${other}`),
    'An area imports no other area.',
  ),
);

const modules = [
  ...ORDER.map((name, place) =>
    layer(
      `domain/${name}`,
      [...ORDER.slice(place + 1), ...READERS, 'notifications'].map((below) => `domain/${below}`),
      'A module may use only those above it in the order of the tree.',
    ),
  ),
  ...READERS.map((name) =>
    layer(`domain/${name}`, ['domain/notifications'], 'Nobody imports notifications.'),
  ),
];

export const ZONES: Zone[] = [...layers, ...areas, ...modules];
