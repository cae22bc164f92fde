import { always, hiddenBut, leadsAll, toAll, toNobody, type Row } from '../rule';

/** What anybody may read, and what does not exist. */
export const ABOUT: Row[] = [
  {
    route: '/',
    door: 'open',
    states: always({
      ...toAll,
      leads: [{ who: ['half signed in'], to: 'sign-in/second-factor?from=%2F' }],
    }),
  },
  { route: 'progress', door: 'members', states: always(toAll) },
  { route: 'accessibility', door: 'open', states: always(toAll) },
  { route: 'privacy', door: 'open', states: always(toAll) },
  { route: 'how-bids-are-sealed', door: 'open', states: always(toAll) },
  { route: 'about/api', door: 'open', states: always(toAll) },
  { route: 'keys/signing', door: 'open', states: always(toAll) },
  { route: 'keys/check', door: 'open', states: always(toAll) },
  { route: 'map', door: 'open', states: always(toAll) },
  { route: 'map.csv', door: 'open', states: always(toAll) },
  { route: 'map.ods', door: 'open', states: always(toAll) },
  { route: 'map/overlap', door: 'open', states: always(toAll) },
  { route: 'map/capacity', door: 'open', states: always(hiddenBut('network')) },
  { route: 'map/records', door: 'open', states: always(toAll) },
  { route: 'in-brief', door: 'open', states: always(toAll) },
  { route: 'in-brief.csv', door: 'open', states: always(toAll) },
  { route: 'demand', door: 'open', states: always(toAll) },
  { route: 'demand/log', door: 'open', states: always(toAll), query: '?from=2026-01-01' },
  { route: 'search', door: 'open', states: always(toAll) },
  { route: 'feeds/findings', door: 'open', states: always(toAll) },
  { route: 'sign-out', door: 'open', states: always(leadsAll('')) },
  { route: '*', door: 'open', states: always(toNobody) },
];
