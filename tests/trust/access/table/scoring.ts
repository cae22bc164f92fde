import { ASKING_TEAM, PANEL, type Role } from '../roles';
import { among, toNobody, type Row, type Rule } from '../rule';

const door = 'signed in' as const;
const of = 'question';

/** Who has a part in an evaluation, and the auditor after the decision. */
const PART: readonly Role[] = [...ASKING_TEAM, 'evaluator', 'coordinator'];
const before = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among(PART, rule);
const decided = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among([...PART, 'auditor'], rule);
const ranked: Role[] = [...PANEL, 'senior responsible owner'];

/** What stands beside the scores: prices, replies, interviews, and how far the panel agrees. */
export const SCORING: Row[] = [
  {
    route: 'questions/:reference/prices',
    door,
    of,
    states: {
      recommended: before({ opens: ranked }),
      decided: decided({ opens: [...ranked, 'coordinator', 'auditor'] }),
    },
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
];
