import { route, type RouteConfig } from '@remix-run/route-config';

/** How organisations are renamed, merged, split and closed. */
export const peopleAddresses = [
  route('organisations/:reference/reorganise', 'routes/people/reorganising/propose.tsx'),
  route('reorganisations', 'routes/people/reorganising/list.tsx'),
  route('reorganisations/:reference', 'routes/people/reorganising/page.tsx'),
  route('reorganisations/:reference/items', 'routes/people/reorganising/items.tsx'),
  route('reorganisations/:reference/people/:organisation', 'routes/people/reorganising/person.tsx'),
  route('reorganisations/:reference/confirm', 'routes/people/reorganising/confirm.tsx'),
  route('reorganisations/:reference/complete', 'routes/people/reorganising/complete.tsx'),
  route('reorganisations/:reference/withdraw', 'routes/people/reorganising/withdraw.tsx'),
  route('reorganisations/:reference/handovers', 'routes/people/reorganising/handovers.tsx'),
] satisfies RouteConfig;
