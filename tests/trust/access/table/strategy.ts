import { always, forRoles, toAll, type Row } from '../rule';

const open = { door: 'open', states: always(toAll) } as const;
const keepers = { door: 'signed in', states: always(forRoles('coordinator')) } as const;

const voters = { door: 'signed in', states: always(forRoles('network', 'auditor')) } as const;

/** Strategies and the words of the field are published documents; coordinators keep them. */
export const STRATEGY: Row[] = [
  { route: 'strategy', ...open },
  { route: 'threat-areas/:slug', of: 'threat area', ...open },
  { route: 'priorities/:reference', of: 'priority', ...open },
  { route: 'priorities/:reference/votes', of: 'priority', ...voters },
  { route: 'priorities/:reference/votes.csv', of: 'priority', ...voters },
  {
    // Nobody votes for their own work.
    route: 'priorities/:reference/votes/:finding',
    of: 'priority',
    door: 'signed in',
    states: always({
      ...{ opens: ['network'], butNot: ['researcher'], denied: ['auditor', 'researcher'], others: 'hidden' },
    }),
  },
  { route: 'frameworks/:slug', of: 'framework', ...open },
  { route: 'frameworks/:slug/edit', of: 'framework', ...keepers },
  { route: 'priority-sets/new', ...keepers },
  { route: 'priority-sets/:slug', of: 'priority set', ...open },
  { route: 'priority-sets/:slug/edit', of: 'priority set', ...keepers },
  { route: 'priority-sets/:slug/crosswalk', of: 'priority set', ...keepers },
  { route: 'terms', ...open },
  { route: 'terms/new', ...keepers },
  { route: 'terms/propose', door: 'signed in', states: always(forRoles('network')) },
  { route: 'terms/:reference', of: 'term', ...open },
  { route: 'terms/:reference/edit', of: 'term', ...keepers },
  { route: 'terms/:reference/retire', of: 'term', ...keepers },
  { route: 'terms/:reference/merge', of: 'term', ...keepers },
  {
    route: 'terms/:reference/merge/undo',
    of: 'term',
    door: 'signed in',
    states: always({ leads: [{ who: ['coordinator'], to: 'terms/:reference' }], others: 'denied' }),
  },
  { route: 'terms/:reference/bring-back', of: 'term', ...keepers },
];
