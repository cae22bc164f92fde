import { ASKING_TEAM, type Role } from '../roles';

const TEAM: readonly Role[] = ASKING_TEAM;

/**
 * Who may know that a question exists. Before publication it is its team's; then it is the network's, or that of
 * the team, the panel, the coordinators and those invited; the auditor comes once it is settled; what was
 * released is everybody's.
 */
export const KNOWN = {
  unpublished: TEAM,
  network: ['network'],
  invited: [...TEAM, 'evaluator', 'conflicted evaluator', 'coordinator', 'invited expert'],
  settled: ['network', 'auditor'],
  released: ['visitor', 'half signed in', 'person'],
} as const satisfies Record<string, readonly Role[]>;

/** In which states a question is known to whom. */
export const KNOWN_IN = {
  draft: KNOWN.unpublished,
  'awaiting approval': KNOWN.unpublished,
  open: KNOWN.network,
  'open to invited': KNOWN.invited,
  closed: KNOWN.network,
  'in evaluation': KNOWN.network,
  recommended: KNOWN.network,
  decided: KNOWN.settled,
  'in delivery': KNOWN.settled,
  answered: KNOWN.settled,
  withdrawn: KNOWN.settled,
  released: KNOWN.released,
} as const satisfies Record<string, readonly Role[]>;

export type QuestionState = keyof typeof KNOWN_IN;

/** The author and the senior responsible owner run a question. */
export const LEADS: Role[] = ['author', 'senior responsible owner'];

/** Nobody bids, asks or answers who is of the asking team or on the panel. */
export const JUDGES: Role[] = [...TEAM, 'evaluator', 'conflicted evaluator'];
