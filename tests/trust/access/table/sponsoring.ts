import { among, hiddenBut, type Row } from '../rule';
import { ASKING_TEAM, type Role } from '../roles';
import { KNOWN_IN, LEADS } from './question-knowledge';

const door = 'signed in' as const;
const others: Role[] = ['author of another team'];

/** Instead of a duplicate: what a drafting team does, and what is between it and the asking team. */
export const SPONSORING: Row[] = [
  {
    route: 'questions/:reference/levels',
    door,
    of: 'question',
    states: {
      draft: among(ASKING_TEAM, {}),
      open: among(KNOWN_IN.open, { opens: LEADS }),
      'open to invited': among(KNOWN_IN['open to invited'], {}),
      answered: among(KNOWN_IN.answered, {}),
    },
  },
  {
    route: 'cascades/:reference',
    door,
    of: 'cascade',
    states: { waiting: hiddenBut(...others, ...ASKING_TEAM, 'coordinator') },
  },
  {
    route: 'questions/:reference/draft/already-asked',
    door,
    of: 'question',
    states: { draft: among(ASKING_TEAM, { opens: ['author'] }) },
  },
  ...['questions/:reference/draft/join/:other', 'questions/:reference/draft/reuse/:finding'].map(
    (route): Row => ({ route, door, of: 'draft of another team', states: { draft: hiddenBut(...others) } }),
  ),
  {
    route: 'questions/:reference/draft/reopen',
    door,
    of: 'draft set aside',
    states: { waiting: hiddenBut(...others), accepted: among(others, {}) },
  },
  {
    route: 'sponsorships/:reference',
    door,
    of: 'sponsorship',
    states: { waiting: hiddenBut(...others, ...ASKING_TEAM), accepted: hiddenBut(...others, ...ASKING_TEAM) },
  },
  {
    route: 'sponsorships/:reference/leave',
    door,
    of: 'sponsorship',
    states: {
      waiting: among([...others, ...ASKING_TEAM], {}),
      accepted: among(ASKING_TEAM, { opens: others }),
    },
  },
];
