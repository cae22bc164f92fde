import { route } from '@remix-run/route-config';

const at = (path: string, file: string) => route(path, `routes/strategy/${file}`);

/** What is chosen, owned, followed and lacking: the strategy beyond its documents. */
export const strategyAddresses = [
  at('strategy/direction', 'direction.tsx'),
  at('strategy/ranking', 'ranking/ranking.tsx'),
  at('strategy/ranking.csv', 'ranking/ranking-csv.ts'),
  at('strategy/weights', 'ranking/weights.tsx'),
  at('strategy/weights/new', 'ranking/save-weights.tsx'),
  at('strategy/compare', 'ranking/compare.tsx'),
  at('strategy/compare.csv', 'ranking/compare-csv.ts'),
  at('strategy/following', 'following/list.tsx'),
  at('strategy/following/new', 'following/new.tsx'),
  at('strategy/following/:reference/end', 'following/end.tsx'),
  at('strategy/health', 'objectives/health.tsx'),
  at('strategy/understanding', 'understanding/list.tsx'),
  at('strategy/understanding/teams', 'understanding/teams.tsx'),
  at('threat-areas/:slug/understanding', 'understanding/area.tsx'),
  at('strategy/coverage', 'coverage/matrix.tsx'),
  at('strategy/coverage.csv', 'coverage/matrix-csv.ts'),
  at('questions/:reference/countries', 'coverage/question-countries.tsx'),
  at('findings/:reference/countries', 'coverage/finding-countries.tsx'),
  at('strategy/indicators', 'indicators/list.tsx'),
  at('strategy/indicators/new', 'indicators/new.tsx'),
  at('indicators/:reference', 'indicators/page.tsx'),
  at('indicators/:reference/points.csv', 'indicators/points-csv.ts'),
  at('indicators/:reference/points/new', 'indicators/add-point.tsx'),
  at('indicators/:reference/breaks/new', 'indicators/add-break.tsx'),
  at('objectives/:reference/describe', 'objectives/describe.tsx'),
  at('priority-sets/new-interim', 'sets/new-interim.tsx'),
  at('priority-sets/:slug/end', 'sets/end-interim.tsx'),
  at('joint-sets', 'joint/list.tsx'),
  at('joint-sets/new', 'joint/new.tsx'),
  at('joint-sets/:reference', 'joint/page.tsx'),
  at('joint-sets/:reference/edit', 'joint/edit.tsx'),
  at('joint-sets/:reference/withdraw', 'joint/withdraw.tsx'),
];
