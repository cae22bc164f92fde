import { index, route, type RouteConfig } from '@remix-run/route-config';

/** Every address of the product, in reading order. */
export default [
  index('routes/home.tsx'),

  // About
  route('accessibility', 'routes/about/accessibility.tsx'),
  route('privacy', 'routes/about/privacy.tsx'),
  route('how-bids-are-sealed', 'routes/about/sealing.tsx'),

  // Strategy: what matters
  // Questions: what is asked
  // Bids
  // Evaluation
  // Awards
  // Knowledge base: what is known
  // Map and search
  // People
  // Account
  // Desk, inbox, audit, administration
  // Anything else
  route('*', 'routes/about/not-found.tsx'),
] satisfies RouteConfig;
