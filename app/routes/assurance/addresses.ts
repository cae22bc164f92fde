import { route, type RouteConfig } from '@remix-run/route-config';

/** Packs of questions, and requests for information with what is released. */
export const assuranceAddresses = [
  route('questions/:reference/assurance', 'routes/assurance/pack.tsx'),
  route('questions/:reference/assurance/pack.zip', 'routes/assurance/pack-file.ts'),
] satisfies RouteConfig;
