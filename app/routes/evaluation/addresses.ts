import { route, type RouteConfig } from '@remix-run/route-config';

/** What stands beside the scores of a competition: prices, replies, interviews and how far the panel agrees. */
export const scoringAddresses = [
  route('questions/:reference/prices', 'routes/evaluation/prices/prices.tsx'),
  route('bids/:reference/price-check', 'routes/evaluation/prices/price-check.tsx'),
  route('bids/:reference/price-question', 'routes/evaluation/prices/price-question.tsx'),
] satisfies Awaited<RouteConfig>;
