import type { Role } from '../roles';
import { always, forRoles, hiddenBut, type Row } from '../rule';

const door = 'signed in' as const;
const INSIDE: readonly Role[] = ['network', 'auditor'];
const insiders = always(forRoles(...INSIDE));
const keepers = always(forRoles('coordinator'));
const group = 'governance/groups/:reference';
const subject = 'governance/responsibilities/:kind/:subject';
const capability = 'governance/capabilities/:reference';

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
  { route: 'governance/responsibilities', door, states: insiders },
  { route: subject, of: 'responsibility', door, states: always(hiddenBut(...INSIDE)) },
  { route: `${subject}/give`, of: 'responsibility', door, states: keepers },
  { route: `${subject}/:responsibility/end`, of: 'responsibility', door, states: keepers },
  { route: 'governance/capabilities', door, states: insiders },
  { route: 'governance/capabilities/new', door, states: keepers },
  { route: capability, of: 'capability', door, states: always(hiddenBut(...INSIDE)) },
  { route: `${capability}/edit`, of: 'capability', door, states: keepers },
  { route: `${capability}/link`, of: 'capability', door, states: keepers },
  { route: `${capability}/apart/:other`, of: 'capability', door, states: keepers },
];
