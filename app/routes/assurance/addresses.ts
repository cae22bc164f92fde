import { route, type RouteConfig } from '@remix-run/route-config';

/** Packs of questions, and requests for information with what is released. */
export const assuranceAddresses = [
  route('questions/:reference/assurance', 'routes/assurance/pack.tsx'),
  route('questions/:reference/assurance/pack.zip', 'routes/assurance/pack-file.ts'),
  route('foi', 'routes/assurance/requests/list.tsx'),
  route('foi/new', 'routes/assurance/requests/new.tsx'),
  route('foi/:reference', 'routes/assurance/requests/request.tsx'),
  route('foi/:reference/ask', 'routes/assurance/requests/ask.tsx'),
  route('foi/:reference/clarified', 'routes/assurance/requests/clarified.tsx'),
  route('foi/:reference/extend', 'routes/assurance/requests/extend.tsx'),
  route('foi/:reference/consult', 'routes/assurance/requests/consult.tsx'),
  route('foi/:reference/close', 'routes/assurance/requests/close.tsx'),
  route('foi/:reference/redactions/:question', 'routes/assurance/redactions/redactions.tsx'),
  route('foi/:reference/redactions/:question/:set', 'routes/assurance/redactions/file.tsx'),
  route('releases/:reference', 'routes/assurance/redactions/release.tsx'),
  route('releases/:reference/pack.zip', 'routes/assurance/redactions/release-file.ts'),
  route('consultations/:reference', 'routes/assurance/requests/consultation.tsx'),
] satisfies RouteConfig;
