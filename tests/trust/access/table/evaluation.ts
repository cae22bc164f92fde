import { ASKING_TEAM, PANEL, type Role } from '../roles';
import { among, hiddenBut, leadsAll, toNobody, type Row, type Rule } from '../rule';

const door = 'signed in' as const;
const of = 'question';

/** Who has a part in an evaluation. A confirmed conflict is a wall: to the conflicted there is none. */
const PART: readonly Role[] = [...ASKING_TEAM, 'evaluator', 'coordinator'];
/** The auditor comes after the decision. */
const PART_DECIDED: readonly Role[] = [...PART, 'auditor'];
const DECLARE: readonly Role[] = [
  'author',
  'senior responsible owner',
  'budget holder',
  'moderator',
  'evaluator',
  'coordinator',
];
const CONFLICTS: Role[] = ['senior responsible owner', 'moderator', 'coordinator'];
const LEADS: Role[] = ['author', 'senior responsible owner'];
const RUN: Role[] = [...LEADS, 'moderator'];
const partners = hiddenBut(...PART);

const before = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among(PART, rule);
const decided = (rule: Omit<Rule, 'denied' | 'others'>): Rule => among(PART_DECIDED, rule);

/** Bids are read by the panel alone. */
const panel = before({ opens: PANEL });
const ranked: Role[] = [...PANEL, 'senior responsible owner'];

export const EVALUATION: Row[] = [
  {
    route: 'questions/:reference/evaluation',
    door,
    of,
    states: {
      open: partners,
      closed: partners,
      'in evaluation': partners,
      recommended: partners,
      decided: hiddenBut(...PART_DECIDED),
      'in delivery': hiddenBut(...PART_DECIDED),
    },
  },
  {
    route: 'questions/:reference/panel',
    door,
    of,
    states: { closed: partners, 'in evaluation': partners, decided: hiddenBut(...PART_DECIDED) },
  },
  {
    // The questions of the scenes are not divided.
    route: 'questions/:reference/panel/:person/lots',
    door,
    of: 'place on the panel',
    states: { closed: toNobody },
  },
  {
    route: 'questions/:reference/panel/:person/end',
    door,
    of: 'place on the panel',
    states: { closed: before({ opens: LEADS }) },
  },
  {
    route: 'questions/:reference/declaration',
    door,
    of,
    states: {
      closed: before({ opens: DECLARE }),
      'in evaluation': before({ opens: DECLARE }),
      decided: decided({ opens: DECLARE }),
    },
  },
  {
    route: 'questions/:reference/declarations',
    door,
    of,
    states: {
      closed: before({ opens: ['senior responsible owner', 'coordinator'] }),
      'in evaluation': before({ opens: ['senior responsible owner', 'coordinator'] }),
      decided: decided({ opens: ['senior responsible owner', 'coordinator', 'auditor'] }),
    },
  },
  {
    route: 'questions/:reference/declarations/:person/:stage',
    door,
    of: 'declaration',
    states: {
      // A coordinator decides where the interest is the owner's own.
      "the budget holder's": before({ opens: ['senior responsible owner'] }),
      "the senior responsible owner's": before({ opens: ['coordinator'] }),
    },
  },
  {
    // Once bids are opened, whoever has not declared is told to; the coordinators of the scene have not.
    route: 'questions/:reference/conflicts',
    door,
    of,
    states: {
      closed: before({ opens: CONFLICTS }),
      'in evaluation': before({ opens: ['senior responsible owner', 'moderator'] }),
      decided: decided({ opens: [...CONFLICTS, 'auditor'] }),
    },
  },
  {
    route: 'questions/:reference/conflicts/look',
    door: 'open',
    of,
    states: { 'in evaluation': leadsAll('questions/:reference/conflicts') },
  },
  {
    route: 'questions/:reference/conflicts/set',
    door,
    of,
    states: { closed: before({ opens: ['coordinator'] }), 'in evaluation': before({}) },
  },
  {
    // To all but those who look after conflicts there is none; coordinators of the scene have not declared.
    route: 'conflicts/:reference',
    door,
    of: 'conflict',
    states: {
      suspected: among(['coordinator'], { opens: ['senior responsible owner', 'moderator'] }),
    },
  },
  {
    route: 'questions/:reference/assessors',
    door,
    of,
    states: { closed: before({ opens: RUN }), 'in evaluation': before({ opens: RUN }) },
  },
  {
    route: 'questions/:reference/lists',
    door,
    of,
    states: { closed: before({ opens: RUN }), 'in evaluation': before({ opens: RUN }) },
  },
  {
    route: 'questions/:reference/export/:what',
    door,
    of,
    states: { closed: before({ opens: RUN }), 'in evaluation': before({ opens: RUN }) },
  },
  ...['lists/:list', 'lists/:list/undo', 'lists/:list/report'].map((route): Row => ({
    route,
    door,
    of: 'competition list',
    states: { read: before({ opens: LEADS }) },
  })),
  {
    route: 'questions/:reference/assessors/plan',
    door,
    of,
    states: { closed: before({ opens: LEADS }), 'in evaluation': before({ opens: LEADS }) },
  },
  {
    route: 'questions/:reference/assessors/apart',
    door,
    of,
    states: { closed: before({ opens: RUN }) },
  },
  {
    // For those who were invited, and for evaluators about their own time.
    route: 'questions/:reference/assessing',
    door,
    of,
    states: { closed: hiddenBut('evaluator'), 'in evaluation': hiddenBut('evaluator') },
  },
  // Where every evaluator scores every bid there is nothing to assign, and these pages are not there.
  ...[
    'questions/:reference/preferences',
    'questions/:reference/assignment',
    'questions/:reference/assignment/match',
    'questions/:reference/assessments',
  ].map((route): Row => ({ route, door, of, states: { closed: toNobody, 'in evaluation': toNobody } })),
  ...['bids/:reference/assessors', 'bids/:reference/refuse', 'bids/:reference/assessments'].map(
    (route): Row => ({
      route,
      door,
      of: 'bid',
      states: { draft: toNobody, submitted: toNobody, 'in evaluation': toNobody },
    }),
  ),
  {
    // That a sealed bid exists is itself sealed: to the panel too it is not there before opening.
    route: 'bids/:reference/scores',
    door,
    of: 'bid',
    states: {
      draft: toNobody,
      submitted: toNobody,
      'in evaluation': panel,
      awarded: decided({ opens: PANEL }),
    },
  },
  {
    route: 'questions/:reference/moderation',
    door,
    of,
    states: { 'in evaluation': panel, recommended: panel },
  },
  {
    route: 'questions/:reference/moderation/agree',
    door,
    of,
    states: { 'in evaluation': before({ opens: ['moderator'] }) },
  },
  {
    route: 'bids/:reference/consensus',
    door,
    of: 'bid',
    states: { 'in evaluation': before({ opens: ['moderator'] }) },
  },
  {
    // There is no ranking before quality is agreed.
    route: 'questions/:reference/ranking',
    door,
    of,
    states: {
      recommended: before({ opens: ranked }),
      decided: decided({ opens: [...ranked, 'coordinator', 'auditor'] }),
    },
  },
  {
    // The recommendation is the moderator's to make; who sees the ranking reads it.
    route: 'questions/:reference/recommendation',
    door,
    of,
    states: {
      recommended: before({ opens: ranked }),
      decided: decided({ opens: [...ranked, 'coordinator', 'auditor'] }),
    },
  },
  {
    route: 'questions/:reference/decision/return',
    door,
    of,
    states: { recommended: before({ opens: ['senior responsible owner'] }), decided: decided({}) },
  },
  {
    route: 'questions/:reference/hold',
    door,
    of,
    states: {
      recommended: before({ opens: ['senior responsible owner'] }),
      decided: decided({ opens: ['senior responsible owner'] }),
    },
  },
  {
    route: 'questions/:reference/reserve',
    door,
    of,
    states: { decided: decided({ opens: ['senior responsible owner'] }) },
  },
  {
    route: 'questions/:reference/decision',
    door,
    of,
    states: {
      recommended: before({ opens: ranked }),
      decided: decided({ opens: [...ranked, 'coordinator', 'auditor'] }),
    },
  },
  {
    route: 'questions/:reference/summaries',
    door,
    of,
    states: {
      closed: before({ opens: LEADS }),
      'in evaluation': before({ opens: LEADS }),
      decided: decided({ opens: LEADS }),
    },
  },
  {
    route: 'questions/:reference/summaries/notice',
    door,
    of,
    states: { 'in evaluation': before({}), 'summaries sent': decided({ opens: LEADS }) },
  },
  {
    // A summary is of one's own bid, and only once it was sent.
    route: 'bids/:reference/summary',
    door,
    of: 'bid',
    states: {
      draft: toNobody,
      'in evaluation': toNobody,
      decided: toNobody,
      awarded: hiddenBut('lead of the bid', 'editor of the bid'),
      'not awarded': hiddenBut('rival'),
    },
  },
  {
    route: 'questions/:reference/letters',
    door,
    of,
    states: { recommended: before({ opens: LEADS }), decided: decided({ opens: LEADS }) },
  },
  // A decision is challenged during its standstill, which the scenes of bids have not.
  {
    route: 'bids/:reference/challenge',
    door,
    of: 'bid',
    states: {
      draft: toNobody,
      decided: toNobody,
      awarded: hiddenBut('lead of the bid', 'editor of the bid'),
      'not awarded': hiddenBut('rival'),
    },
  },
  {
    route: 'challenges/:reference',
    door,
    of: 'question',
    states: { recommended: toNobody, decided: toNobody },
  },
  // None is prepared or sent here.
  ...['bids/:reference/letter', 'bids/:reference/letter/change'].map((route): Row => ({
    route,
    door,
    of: 'bid',
    states: { draft: toNobody, decided: toNobody, awarded: toNobody },
  })),
  {
    route: 'questions/:reference/file',
    door,
    of,
    states: {
      'in evaluation': before({ opens: ['senior responsible owner', 'moderator', 'coordinator'] }),
      decided: decided({ opens: ['senior responsible owner', 'moderator', 'coordinator', 'auditor'] }),
    },
  },
];
