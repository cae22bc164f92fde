import { ASKING_TEAM, PANEL, type Role } from '../roles';
import { among, toNobody, type Row, type Rule } from '../rule';

const door = 'signed in' as const;
const of = 'question';

/** Who has a part in an evaluation, and the auditor after the decision. */
const PART: readonly Role[] = [...ASKING_TEAM, 'evaluator', 'coordinator'];
const before = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among(PART, rule);
const decided = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among([...PART, 'auditor'], rule);
/** Denied, where the panel is told that there is no such page. */
const NOT_PANEL: readonly Role[] = [
  'author',
  'senior responsible owner',
  'budget holder',
  'observer',
  'coordinator',
];
const ranked: Role[] = [...PANEL, 'senior responsible owner'];

/** What stands beside the scores: prices, replies, interviews, and how far the panel agrees. */
export const SCORING: Row[] = [
  {
    route: 'questions/:reference/disagreement',
    door,
    of,
    states: {
      'in evaluation': before({ opens: ['moderator'] }),
      recommended: before({ opens: ['moderator'] }),
    },
  },
  // The questions of the scenes ask nothing essential: there is nothing to check.
  ...['bids/:reference/requirements', 'bids/:reference/requirements/agree'].map((route): Row => ({
    route,
    door,
    of: 'bid',
    states: { submitted: toNobody, 'in evaluation': among(NOT_PANEL, {}) },
  })),
  {
    route: 'bids/:reference/criteria/:position/ask',
    door,
    of: 'bid',
    states: { submitted: toNobody, 'in evaluation': before({ opens: ['moderator'] }) },
  },
  {
    // Nobody was asked about these scores.
    route: 'bids/:reference/criteria/:position/explain',
    door,
    of: 'bid',
    states: { submitted: toNobody, 'in evaluation': among([...ASKING_TEAM, 'coordinator'], {}) },
  },
  {
    route: 'questions/:reference/prices',
    door,
    of,
    states: { decided: decided({ opens: [...ranked, 'coordinator', 'auditor'] }) },
  },
  {
    route: 'bids/:reference/price-check',
    door,
    of: 'bid',
    states: { submitted: toNobody, awarded: decided({ opens: ['moderator'] }) },
  },
  {
    // Nothing was asked of these bidders, and to others it is never there.
    route: 'bids/:reference/price-question',
    door,
    of: 'bid',
    states: { submitted: toNobody, 'in evaluation': toNobody, awarded: toNobody },
  },
  {
    // These questions were published without a right of reply and without interviews.
    route: 'questions/:reference/replies',
    door,
    of,
    states: { 'in evaluation': among(NOT_PANEL, {}) },
  },
  {
    route: 'bids/:reference/reply',
    door,
    of: 'bid',
    states: { submitted: toNobody, 'in evaluation': toNobody },
  },
  {
    route: 'questions/:reference/interviews',
    door,
    of,
    states: { recommended: among(NOT_PANEL, {}) },
  },
  {
    route: 'questions/:reference/interviews/agree',
    door,
    of,
    states: { recommended: among(NOT_PANEL, {}) },
  },
  ...['interview-record', 'interview', 'interview/withdraw'].map((end): Row => ({
    route: `bids/:reference/${end}`,
    door,
    of: 'bid',
    states: { submitted: toNobody, 'in evaluation': toNobody },
  })),
];
