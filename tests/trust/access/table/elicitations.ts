import { ASKING_TEAM, type Role } from '../roles';
import { always, among, hiddenBut, toNobody, type Row } from '../rule';

const door = 'signed in' as const;
const of = 'elicitation';

/** While it runs it is between those who ask and those who are asked; withdrawn, it stays so. */
const IN_IT: readonly Role[] = [...ASKING_TEAM, 'coordinator', 'invited expert'];
const RUN_IT: readonly Role[] = ['author', 'senior responsible owner', 'coordinator'];

export const ELICITATIONS: Row[] = [
  // Without a question or finding to ask about there is nothing to open.
  { route: 'elicitations/new', door, states: always(toNobody) },
  {
    route: 'elicitations/:reference',
    door,
    of,
    states: { running: hiddenBut(...IN_IT), withdrawn: hiddenBut(...IN_IT) },
  },
  {
    route: 'elicitations/:reference/experts',
    door,
    of,
    states: { running: among(IN_IT, { opens: RUN_IT }), withdrawn: among(IN_IT, {}) },
  },
  {
    route: 'elicitations/:reference/estimates',
    door,
    of,
    states: { running: among(IN_IT, { opens: ['invited expert'] }), withdrawn: among(IN_IT, {}) },
  },
  {
    // Nothing is given out before second estimates have closed.
    route: 'elicitations/:reference/estimates.csv',
    door,
    of,
    states: { running: among(IN_IT, {}), withdrawn: among(IN_IT, {}) },
  },
  {
    route: 'elicitations/:reference/leave',
    door,
    of,
    states: { running: among(IN_IT, { opens: ['invited expert'] }), withdrawn: among(IN_IT, {}) },
  },
  {
    route: 'elicitations/:reference/withdraw',
    door,
    of,
    states: { running: among(IN_IT, { opens: RUN_IT }), withdrawn: among(IN_IT, {}) },
  },
];
