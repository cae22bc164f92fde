import { ASKING_TEAM, type Role } from '../roles';
import { always, among, forRoles, hiddenBut, toAll, type Row, type Rule } from '../rule';

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
    // The lead of the winning bid, from the notice until the contract.
    route: 'awards/:reference/decline',
    door,
    of,
    states: { decided: quiet({}), standstill: told({ opens: ['lead of the bid'] }), 'in delivery': told({}) },
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
    states: {
      decided: quiet({}),
      'in delivery': between({ opens: LEADS }),
      'nothing owed': between({ opens: LEADS }),
      closed: between({}),
    },
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
  ...[
    'awards/:reference/agreement',
    'awards/:reference/changes',
    'awards/:reference/monitoring',
    'awards/:reference/obligations',
  ].map((route): Row => ({
    route,
    door,
    of,
    states: { decided: hiddenBut(...ASKING_SIDE), 'in delivery': hiddenBut(...BOTH_SIDES) },
  })),
  {
    route: 'awards/:reference/agreement/prepare',
    door,
    of,
    states: { 'ready to contract': between({ opens: LEADS }), 'in delivery': between({}) },
  },
  {
    // Either side asks; the other decides on the page of the request.
    route: 'awards/:reference/changes/:kind',
    door,
    of,
    states: { decided: quiet({}), 'in delivery': between({ opens: [...LEADS, ...WINNERS] }) },
  },
  {
    route: 'awards/:reference/plans/:number',
    door,
    of,
    states: { 'in delivery': hiddenBut(...BOTH_SIDES), closed: hiddenBut() },
  },
  ...(['claim', 'change', 'obligation'] as const).map((thing): Row => ({
    route: `${thing === 'obligation' ? 'obligations' : `${thing}s`}/:reference`,
    door,
    of: thing,
    states: { open: hiddenBut(...BOTH_SIDES) },
  })),
  {
    route: 'monitoring/:reference',
    door,
    of: 'monitoringReport',
    states: { open: hiddenBut(...BOTH_SIDES) },
  },
  {
    // Who pays, and how late, is for those who ask and pay.
    route: 'awards/:reference/funding',
    door,
    of,
    states: { 'in delivery': hiddenBut(...ASKING_SIDE) },
  },
  { route: 'awards/:reference/funding.csv', door, of, states: { 'in delivery': hiddenBut(...ASKING_SIDE) } },
  {
    route: 'awards/:reference/funding/add',
    door,
    of,
    states: { 'in delivery': quiet({ opens: [...LEADS, 'budget holder'] }), closed: quiet({}) },
  },
  {
    route: 'awards/:reference/funding/:tranche',
    door,
    of,
    states: { 'in delivery': quiet({ opens: [...LEADS, 'budget holder'] }) },
  },
  {
    route: 'awards/:reference/milestones/:position/claim',
    door,
    of,
    states: { 'in delivery': told({}), accepted: told({ opens: WINNERS }) },
  },
  {
    route: 'lessons',
    door,
    states: always(forRoles(...ASKING_TEAM, 'author of another team', 'coordinator', 'auditor')),
  },
  {
    route: 'deliverables/:reference/reviewers',
    door,
    of: 'deliverable',
    states: {
      waiting: between({ opens: LEADS }),
      reviewed: between({ opens: LEADS }),
      accepted: between({}),
    },
  },
  {
    route: 'deliverables/:reference/publication',
    door,
    of: 'deliverable',
    states: { waiting: hiddenBut(), accepted: hiddenBut(...BOTH_SIDES) },
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
