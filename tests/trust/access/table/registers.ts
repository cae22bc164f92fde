import { ASKING_TEAM, type Role } from '../roles';
import { always, among, forRoles, hiddenBut, toAll, type Row } from '../rule';
import { KNOWN_IN } from './question-knowledge';

const door = 'signed in' as const;
const INSIDE: readonly Role[] = ['network', 'auditor'];
/** Whoever entered it, and those who confirm it. */
const KEEPERS: readonly Role[] = ['researcher', 'coordinator'];
const insiders = forRoles(...INSIDE);

const keeping = (step: string): Row => ({
  route: `horizon/:reference/${step}`,
  door,
  of: 'signal',
  states: { draft: hiddenBut(...KEEPERS), published: among(INSIDE, { opens: KEEPERS }) },
});

/** Registers that members keep and coordinators confirm. */
export const REGISTERS: Row[] = [
  { route: 'datasets', door, states: always(insiders) },
  { route: 'datasets/new', door, states: always(forRoles('network')) },
  {
    route: 'datasets/:reference',
    door,
    of: 'dataset',
    states: { entered: hiddenBut(...KEEPERS), confirmed: hiddenBut(...INSIDE) },
  },
  {
    route: 'datasets/:reference/edit',
    door,
    of: 'dataset',
    states: { entered: hiddenBut(...KEEPERS), confirmed: among(INSIDE, { opens: KEEPERS }) },
  },
  {
    route: 'datasets/:reference/panel',
    door,
    of: 'dataset',
    states: { entered: hiddenBut(...KEEPERS), confirmed: among(INSIDE, { opens: KEEPERS }) },
  },
  {
    route: 'datasets/:reference/ask',
    door,
    of: 'dataset',
    states: {
      entered: among(KEEPERS, { opens: [] }),
      confirmed: among(INSIDE, { opens: ['network'] }),
    },
  },
  { route: 'data-requests', door: 'members', states: always(toAll) },
  { route: 'data-requests/refusals', door, states: always(insiders) },
  {
    route: 'data-requests/:reference',
    door,
    of: 'data request',
    states: { asked: hiddenBut(...KEEPERS, 'auditor', 'rival') },
  },
  {
    route: 'data-requests/:reference/:step',
    door,
    of: 'data request',
    states: { asked: among([...KEEPERS, 'auditor', 'rival'], { opens: [...KEEPERS, 'rival'] }) },
  },
  { route: 'horizon', door, states: always(insiders) },
  { route: 'horizon/new', door, states: always(forRoles('network')) },
  {
    route: 'horizon/:reference',
    door,
    of: 'signal',
    states: { draft: hiddenBut(...KEEPERS), published: hiddenBut(...INSIDE) },
  },
  ...['edit', 'judgement', 'evidence'].map(keeping),
  {
    route: 'questions/:reference/datasets',
    door,
    of: 'question',
    states: { draft: hiddenBut(...ASKING_TEAM), open: hiddenBut(...KNOWN_IN.open), released: insiders },
  },
  {
    route: 'findings/:reference/datasets',
    door,
    of: 'finding',
    states: { draft: hiddenBut('researcher'), published: hiddenBut(...INSIDE), released: insiders },
  },
];
