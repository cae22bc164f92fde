import { ASKING_TEAM, type Role } from '../roles';
import { among, type Row } from '../rule';

const door = 'signed in' as const;
const PART: Role[] = [...ASKING_TEAM, 'evaluator', 'coordinator'];
/** The senior responsible owner, and a coordinator without a part in it. */
const MAKERS: Role[] = ['senior responsible owner', 'coordinator'];

export const ASSURANCE: Row[] = [
  ...['questions/:reference/assurance', 'questions/:reference/assurance/pack.zip'].map((route): Row => ({
    route,
    door,
    of: 'question',
    states: {
      open: among(PART, { opens: MAKERS }),
      'in evaluation': among(PART, { opens: MAKERS }),
      decided: among([...PART, 'auditor'], { opens: [...MAKERS, 'auditor'] }),
    },
  })),
];
