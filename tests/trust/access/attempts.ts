import { ASKING_TEAM, type Role } from './roles';
import { among, forRoles, type Row, type Rule } from './rule';
import { JUDGES, KNOWN, LEADS } from './table/question-knowledge';

/** A whole form, valid in itself, sent to the address of a thing in one state. */
export interface Attempt {
  what: string;
  row: Row;
  fields: Record<string, string>;
}

const PART: readonly Role[] = [...ASKING_TEAM, 'evaluator', 'coordinator'];
const ASKING_SIDE: readonly Role[] = [...PART, 'auditor'];
const TOLD: readonly Role[] = ['network', 'auditor'];
const BOTH_SIDES: readonly Role[] = [...ASKING_SIDE, 'lead of the bid', 'editor of the bid'];

const attempt = (
  what: string,
  [route, of, state]: [string, string, string],
  rule: Rule,
  fields: Record<string, string> = {},
): Attempt => ({ what, row: { route, door: 'signed in', of, states: { [state]: rule } }, fields });

/** The researcher wrote the findings of the scene; coordinators keep them besides. */
const KEEPERS: readonly Role[] = ['researcher', 'coordinator'];

const inAWeek = (field: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = new Date(Date.now() + 7 * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return { [`${field}.day`]: day, [`${field}.month`]: month, [`${field}.year`]: year };
};

const reason = { reason: 'Because of a reason.' };

/** What those who open a form of the table may do with it, others not even by sending it all the same. */
export const ATTEMPTS: Attempt[] = [
  attempt(
    'approve a question',
    ['questions/:reference/approval', 'question', 'awaiting approval'],
    among(ASKING_TEAM, { opens: ['senior responsible owner'] }),
  ),
  attempt(
    'delete a draft',
    ['questions/:reference/draft/delete', 'question', 'draft'],
    among(ASKING_TEAM, { opens: ['author'] }),
  ),
  attempt(
    'withdraw a question',
    ['questions/:reference/withdraw', 'question', 'open to invited'],
    among(KNOWN.invited, { opens: LEADS }),
    reason,
  ),
  attempt(
    'release a question to the public',
    ['questions/:reference/release', 'question', 'answered'],
    among(KNOWN.settled, { opens: ['senior responsible owner', 'coordinator'] }),
    reason,
  ),
  attempt(
    'add to a published question',
    ['questions/:reference/addenda/new', 'question', 'open'],
    among(KNOWN.network, { opens: LEADS }),
    { text: 'The ports are those of the east coast.' },
  ),
  attempt(
    'ask for a clarification',
    ['questions/:reference/clarifications/new', 'question', 'open'],
    among(KNOWN.network, { opens: ['expert'], butNot: JUDGES }),
    { asked: 'Which ports are meant?' },
  ),
  attempt(
    'answer a clarification',
    ['clarifications/:reference', 'clarification', 'waiting'],
    among(KNOWN.network, { opens: LEADS }),
    { publishedText: 'Which ports?', answer: 'All of them.' },
  ),
  attempt(
    'start a bid',
    ['questions/:reference/bid', 'question', 'open'],
    among(KNOWN.network, { opens: ['expert'], butNot: JUDGES }),
    { organisation: 'independent', termsRead: 'on' },
  ),
  attempt(
    'submit a bid',
    ['bids/:reference/check', 'bid', 'draft'],
    among(['editor of the bid'], { opens: ['lead of the bid'] }),
    { revision: '1' },
  ),
  attempt(
    'withdraw a bid',
    ['bids/:reference/withdraw', 'bid', 'submitted'],
    among(['editor of the bid'], { opens: ['lead of the bid'] }),
  ),
  attempt(
    'open the bids as moderator',
    ['questions/:reference/opening', 'question', 'closed'],
    among(KNOWN.network, { opens: ['moderator', 'budget holder'] }),
    { intent: 'confirm', capacity: 'moderator' },
  ),
  attempt(
    'exclude a bid',
    ['bids/:reference/exclude', 'bid', 'in evaluation'],
    among(['evaluator'], { opens: ['moderator'] }),
    reason,
  ),
  attempt(
    'decide on a recommendation',
    ['questions/:reference/decision', 'question', 'recommended'],
    among(PART, { opens: ['senior responsible owner'] }),
  ),
  attempt(
    'send the summaries',
    ['questions/:reference/summaries', 'question', 'decided'],
    among(ASKING_SIDE, { opens: LEADS }),
  ),
  attempt(
    'withdraw a decision',
    ['awards/:reference/withdraw', 'award', 'decided'],
    among(ASKING_SIDE, { opens: ['senior responsible owner'] }),
    reason,
  ),
  attempt(
    'record a payment',
    ['awards/:reference/milestones/:position/pay', 'award', 'accepted'],
    among(TOLD, { opens: ['budget holder'] }),
  ),
  attempt(
    'accept what was delivered',
    ['deliverables/:reference/accept', 'deliverable', 'reviewed'],
    among(BOTH_SIDES, { opens: LEADS }),
  ),
  attempt(
    'publish a finding',
    ['findings/:reference/review', 'finding', 'in review'],
    among(['researcher'], { opens: ['coordinator'] }),
  ),
  // Before it is released: then it is everybody's to know of.
  attempt(
    'restrict the files of a finding',
    ['findings/:reference/file-access', 'finding', 'published'],
    among(TOLD, { opens: KEEPERS }),
    { level: 'restricted', ...reason },
  ),
  attempt(
    'release a finding to the public',
    ['findings/:reference/release', 'finding', 'published'],
    among(TOLD, { opens: ['coordinator'] }),
    reason,
  ),
  attempt(
    'retract a finding',
    ['findings/:reference/retract', 'finding', 'released'],
    forRoles('coordinator'),
    reason,
  ),
  attempt(
    'release an impact record',
    ['impact-records/:reference/release', 'impact record', 'published'],
    among(TOLD, { opens: ['coordinator'] }),
    reason,
  ),
  attempt(
    'accept a request for access',
    ['requests/:reference/:step', 'request', 'to accept'],
    among(['rival'], { opens: KEEPERS }),
    inAWeek('until'),
  ),
  attempt(
    'write over an annex',
    ['annexes/:noun/:reference/text', 'annex', 'silent'],
    among(['rival'], { opens: KEEPERS }),
    { text: 'Another text.', marking: 'OFFICIAL', announced: 'yes', revision: '1' },
  ),
  attempt(
    'take a finding out of a collection',
    ['collections/:slug/remove/:finding', 'collection', 'open'],
    forRoles(...KEEPERS),
    reason,
  ),
  attempt(
    'give a role',
    ['administration/people/:reference/grant-role', 'person', 'always'],
    forRoles('administrator'),
    { role: 'auditor' },
  ),
  attempt(
    'suspend a person',
    ['administration/people/:reference/suspend', 'person', 'always'],
    forRoles('administrator'),
    reason,
  ),
  attempt(
    'decide who joins',
    ['administration/join-requests/:reference', 'join request', 'always'],
    forRoles('coordinator', 'administrator'),
    { decision: 'decline', reason: 'Nobody knows you.' },
  ),
];
