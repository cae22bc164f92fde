import { among, hiddenBut, toAll, toNobody, type Row } from '../rule';
import { ASKING_TEAM, type Role } from '../roles';
import { KNOWN } from './question-knowledge';

const readers: Role[] = ['network', 'auditor'];
const inside = hiddenBut(...ASKING_TEAM, 'coordinator');

/** While bids are sealed or judged a discussion is there for the asking team and the coordinators alone. */
export const DISCUSSION: Row[] = [
  {
    route: 'questions/:reference/discussion',
    door: 'open',
    of: 'question',
    states: {
      draft: hiddenBut(...ASKING_TEAM),
      open: inside,
      'in evaluation': inside,
      released: inside,
      withdrawn: { opens: KNOWN.settled, butNot: ['conflicted evaluator'], others: 'hidden' },
    },
  },
  {
    route: 'findings/:reference/discussion',
    door: 'open',
    of: 'finding',
    states: { draft: toNobody, published: hiddenBut(...readers), released: toAll },
  },
  {
    route: 'comments/:reference',
    door: 'open',
    of: 'comment',
    states: { 'for everybody': hiddenBut(...readers) },
  },
  {
    route: 'comments/:reference/edit',
    door: 'signed in',
    of: 'comment',
    states: { 'for everybody': among(readers, { opens: ['researcher'] }) },
  },
  {
    route: 'comments/:reference/hide',
    door: 'signed in',
    of: 'comment',
    states: { 'for everybody': among(readers, { opens: ['coordinator'] }) },
  },
];
