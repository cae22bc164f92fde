import { ASKING_TEAM, type Role } from '../roles';
import { always, among, hiddenBut, type Row } from '../rule';

const door = 'signed in' as const;
const PART: Role[] = [...ASKING_TEAM, 'evaluator', 'coordinator'];
/** The senior responsible owner, and a coordinator without a part in it. */
const MAKERS: Role[] = ['senior responsible owner', 'coordinator'];

/** Who handles requests for information about a question; auditors read. */
const handled = among(['auditor'], { opens: MAKERS });
const read = hiddenBut(...MAKERS, 'auditor');
const of = 'information request';

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
  { route: 'foi', door: 'members', states: always(read) },
  { route: 'foi/new', door: 'members', states: always(handled) },
  { route: 'foi/:reference', door: 'members', of, states: { open: read } },
  ...[
    'ask',
    'clarified',
    'extend',
    'consult',
    'close',
    'redactions/:question',
    'redactions/:question/:set',
  ].map((step): Row => ({ route: `foi/:reference/${step}`, door, of, states: { open: handled } })),
  ...['releases/:reference', 'releases/:reference/pack.zip'].map((route): Row => ({
    route,
    door,
    of: 'release',
    states: { prepared: read },
  })),
  {
    route: 'consultations/:reference',
    door,
    of: 'consultation',
    states: { waiting: hiddenBut(...MAKERS, 'auditor', 'lead of the bid', 'editor of the bid') },
  },
];
