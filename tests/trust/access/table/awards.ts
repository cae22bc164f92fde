import { ASKING_TEAM, type Role } from '../roles';
import { always, among, hiddenBut, toAll, type Row, type Rule } from '../rule';

const door = 'signed in' as const;
const of = 'award';

/** Those who asked and pay, the panel that chose, and the auditor: an award exists for them from the decision on. */
const ASKING_SIDE: readonly Role[] = [...ASKING_TEAM, 'evaluator', 'coordinator', 'auditor'];
const WINNERS: Role[] = ['lead of the bid', 'editor of the bid'];
/** With the notice it is told to everybody who knows the question: the network, and the auditor. */
const TOLD: readonly Role[] = ['network', 'auditor'];
const LEADS: Role[] = ['author', 'senior responsible owner'];

const quiet = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among(ASKING_SIDE, rule);
const told = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among(TOLD, rule);
/** What was delivered is between the two sides of the contract. */
const BOTH_SIDES: readonly Role[] = [...ASKING_SIDE, ...WINNERS];
const between = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among(BOTH_SIDES, rule);

export const AWARDS: Row[] = [
  { route: 'awards', door, states: always(toAll) },
  {
    route: 'awards/:reference',
    door: 'open',
    of,
    states: {
      decided: hiddenBut(...ASKING_SIDE),
      standstill: hiddenBut(...TOLD),
      'in delivery': hiddenBut(...TOLD),
      closed: hiddenBut(...TOLD),
    },
  },
  {
    // Until the notice the decision can be withdrawn, by its owner.
    route: 'awards/:reference/withdraw',
    door,
    of,
    states: { decided: quiet({ opens: ['senior responsible owner'] }), 'in delivery': told({}) },
  },
  {
    route: 'awards/:reference/milestones',
    door,
    of,
    states: { decided: quiet({ opens: LEADS }), standstill: told({ opens: LEADS }), 'in delivery': told({}) },
  },
  {
    route: 'awards/:reference/contract',
    door,
    of,
    states: { standstill: told({}), 'ready to contract': told({ opens: LEADS }), 'in delivery': told({}) },
  },
  {
    route: 'awards/:reference/close',
    door,
    of,
    states: { 'in delivery': told({}), 'nothing owed': told({ opens: LEADS }), closed: told({}) },
  },
  {
    route: 'awards/:reference/milestones/:position/deliver',
    door,
    of,
    states: {
      decided: quiet({}),
      'in delivery': told({ opens: WINNERS }),
      delivered: told({}),
    },
  },
  {
    route: 'awards/:reference/milestones/:position/pay',
    door,
    of,
    states: { 'in delivery': told({}), accepted: told({ opens: ['budget holder'] }) },
  },
  {
    route: 'deliverables/:reference',
    door,
    of: 'deliverable',
    states: { waiting: hiddenBut(...BOTH_SIDES), accepted: hiddenBut(...BOTH_SIDES) },
  },
  {
    // Peer review by the panel or the team, never by whoever delivered.
    route: 'deliverables/:reference/review',
    door,
    of: 'deliverable',
    states: {
      waiting: between({ opens: [...ASKING_TEAM, 'evaluator'] }),
      reviewed: between({}),
      accepted: between({}),
    },
  },
  {
    route: 'deliverables/:reference/accept',
    door,
    of: 'deliverable',
    states: { waiting: between({}), reviewed: between({ opens: LEADS }), accepted: between({}) },
  },
  {
    route: 'deliverables/:reference/return',
    door,
    of: 'deliverable',
    states: {
      waiting: between({ opens: LEADS }),
      reviewed: between({ opens: LEADS }),
      accepted: between({}),
    },
  },
];
