import { always, among, forRoles, hiddenBut, toAll, toNobody, type Row } from '../rule';
import { KNOWN_IN } from './question-knowledge';

const door = 'signed in' as const;
const insiders = always(forRoles('network', 'auditor'));
const keepers = always(forRoles('coordinator'));
const members = always(forRoles('member'));

/** What the strategy says beyond its documents; what is not known stays inside the network. */
export const DIRECTION: Row[] = [
  { route: 'strategy/direction', door: 'open', states: always(toAll) },
  { route: 'strategy/ranking', door, states: insiders },
  { route: 'strategy/ranking.csv', door, states: insiders },
  { route: 'strategy/weights', door, states: insiders },
  {
    route: 'strategy/weights/new',
    door,
    states: always(forRoles('coordinator', 'author', 'author of another team', 'senior responsible owner')),
  },
  { route: 'strategy/compare', door, states: insiders },
  {
    route: 'strategy/compare.csv',
    door,
    states: insiders,
    query: '?one=nca-2018-19&other=nca-2019-05',
  },
  { route: 'strategy/health', door, states: insiders },
  { route: 'objectives/:reference/describe', of: 'objective', door, states: keepers },
  { route: 'strategy/following', door, states: members },
  {
    route: 'strategy/following/new',
    door,
    states: always(forRoles('coordinator', 'senior responsible owner')),
  },
  {
    route: 'strategy/following/:reference/end',
    of: 'following',
    door,
    states: always({ opens: ['coordinator'], denied: ['member'], others: 'hidden' }),
  },
  { route: 'strategy/understanding', door, states: insiders },
  { route: 'strategy/understanding/teams', door, states: keepers },
  { route: 'threat-areas/:slug/understanding', of: 'threat area', door, states: insiders },
  { route: 'strategy/coverage', door, states: insiders },
  { route: 'strategy/coverage.csv', door, states: insiders },
  { route: 'business-models', door, states: insiders },
  { route: 'business-models/harm', door, states: keepers },
  { route: 'strategy/illicit-finance', door, states: insiders },
  { route: 'strategy/indicators', door, states: insiders },
  { route: 'strategy/indicators/new', door, states: keepers },
  { route: 'indicators/:reference', of: 'indicator', door, states: insiders },
  { route: 'indicators/:reference/points.csv', of: 'indicator', door, states: insiders },
  { route: 'indicators/:reference/points/new', of: 'indicator', door, states: keepers },
  { route: 'indicators/:reference/breaks/new', of: 'indicator', door, states: keepers },
  { route: 'priority-sets/new-interim', door, states: always(forRoles('senior responsible owner')) },
  { route: 'priority-sets/:slug/end', of: 'interim set', door, states: keepers },
  { route: 'joint-sets', door, states: members },
  {
    route: 'joint-sets/new',
    door,
    states: always(forRoles('coordinator', 'senior responsible owner')),
  },
  {
    route: 'joint-sets/:reference',
    of: 'joint set',
    door: 'open',
    states: { draft: hiddenBut('coordinator', 'auditor') },
  },
  ...['edit', 'withdraw'].map((step): Row => ({
    route: `joint-sets/:reference/${step}`,
    of: 'joint set',
    door,
    states: { draft: among(['auditor'], { opens: ['coordinator'] }) },
  })),
  {
    route: 'questions/:reference/countries',
    of: 'question',
    door,
    states: { draft: toNobody, open: hiddenBut(...KNOWN_IN.open), released: toAll },
  },
  {
    route: 'findings/:reference/countries',
    of: 'finding',
    door,
    states: { draft: toNobody, published: hiddenBut('network', 'auditor'), released: toAll },
  },
  {
    route: 'questions/:reference/business',
    of: 'question',
    door,
    states: { draft: toNobody, open: hiddenBut(...KNOWN_IN.open), released: toAll },
  },
  {
    route: 'findings/:reference/business',
    of: 'finding',
    door,
    states: { draft: toNobody, published: hiddenBut('network', 'auditor'), released: toAll },
  },
];
