import type { Role } from '../roles';
import { always, forRoles, hiddenBut, type Row } from '../rule';

const door = 'signed in' as const;
const INSIDE: readonly Role[] = ['network', 'auditor'];
const insiders = always(forRoles(...INSIDE));
const keepers = always(forRoles('coordinator'));
const group = 'governance/groups/:reference';

/** Who does what is for the network and the auditor; coordinators keep it. */
export const GOVERNANCE: Row[] = [
  { route: 'governance', door, states: insiders },
  { route: 'governance/groups', door, states: insiders },
  { route: 'governance/groups/new', door, states: keepers },
  { route: 'governance/groups/over-time', door, states: insiders },
  { route: 'governance/groups/alike', door, states: keepers },
  { route: group, of: 'group', door, states: always(hiddenBut(...INSIDE)) },
  ...['edit', 'members', 'decisions/new', 'close', 'merge', 'reopen'].map((step): Row => ({
    route: `${group}/${step}`,
    of: 'group',
    door,
    states: keepers,
  })),
  { route: `${group}/members/:organisation/end`, of: 'group', door, states: keepers },
  { route: `${group}/alike/:other`, of: 'group', door, states: keepers },
];
