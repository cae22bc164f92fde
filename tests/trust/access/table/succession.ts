import { ASKING_TEAM, type Role } from '../roles';
import { always, among, forRoles, hiddenBut, toAll, type Row } from '../rule';

const door = 'members' as const;
const KEEPERS: readonly Role[] = ['coordinator', 'administrator'];
const keepers = forRoles(...KEEPERS);
const nobody = { others: 'denied' } as const;
const of = 'reorganisation';
const one = 'reorganisations/:reference';

/** What is proposed is for those who keep house and check; the successor's team, here the one that asks, joins them. */
const readers = {
  proposed: hiddenBut(...KEEPERS, 'auditor'),
  running: hiddenBut(...KEEPERS, 'auditor', ...ASKING_TEAM),
};

export const SUCCESSION: Row[] = [
  { route: 'organisations/:reference/reorganise', door, of: 'organisation', states: always(keepers) },
  { route: 'reorganisations', door, states: always(toAll) },
  { route: one, door, of, states: readers },
  { route: `${one}/items`, door, of, states: readers },
  {
    route: `${one}/people/:organisation`,
    ...{ door, of },
    states: { proposed: keepers, running: keepers },
  },
  { route: `${one}/confirm`, door, of, states: { proposed: keepers, running: nobody } },
  { route: `${one}/complete`, door, of, states: { proposed: nobody, running: keepers } },
  { route: `${one}/withdraw`, door, of, states: { proposed: keepers, running: keepers } },
  {
    // Whoever offers does not accept.
    route: `${one}/handovers`,
    ...{ door, of },
    states: {
      proposed: among([...KEEPERS, 'auditor'], {}),
      running: among([...KEEPERS, 'auditor', ...ASKING_TEAM], { opens: ['senior responsible owner'] }),
    },
  },
];
