import { route, type RouteConfig } from '@remix-run/route-config';

/** What is measured, and what became of it. */
export const measuresAddresses = [
  route('measures', 'routes/measures/kept/list.tsx'),
  route('measures/new', 'routes/measures/kept/new.tsx'),
  route('measures/:reference', 'routes/measures/kept/page.tsx'),
  route('measures/:reference/figures.csv', 'routes/measures/kept/figures-csv.ts'),
  route('measures/:reference/edit', 'routes/measures/kept/edit.tsx'),
  route('measures/:reference/definition', 'routes/measures/kept/redefine.tsx'),
  route('measures/:reference/retire', 'routes/measures/kept/retire.tsx'),
  route('measures/:reference/figure', 'routes/measures/kept/figure.tsx'),
  route('measure-figures/:reference/evidence', 'routes/measures/kept/evidence.tsx'),
  route('measure-figures/:reference/validation', 'routes/measures/kept/validation.tsx'),
  route('scorecards', 'routes/measures/scorecards/list.tsx'),
  route('scorecards/live', 'routes/measures/scorecards/live.tsx'),
  route('scorecards/live.csv', 'routes/measures/scorecards/live-csv.ts'),
  route('scorecards/:reference', 'routes/measures/scorecards/issued.tsx'),
  route('scorecards/:reference/figures.csv', 'routes/measures/scorecards/issued-csv.ts'),
  route('follow-ups', 'routes/measures/follow-ups/list.tsx'),
  route('follow-ups/:reference', 'routes/measures/follow-ups/follow-up.tsx'),
  route('harm', 'routes/measures/harm/page.tsx'),
  route('harm/new', 'routes/measures/harm/new.tsx'),
  route('harm/:reference/correct', 'routes/measures/harm/correct.tsx'),
] satisfies RouteConfig;
