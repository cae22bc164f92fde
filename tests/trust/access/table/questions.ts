import { always, among, forRoles, hiddenBut, leadsAll, toAll, toNobody, type Row, type Rule } from '../rule';
import { ASKING_TEAM, type Role } from '../roles';
import { JUDGES, KNOWN, KNOWN_IN, LEADS, type QuestionState } from './question-knowledge';

const toThose = (state: QuestionState): Rule => hiddenBut(...KNOWN_IN[state]);
const all = Object.keys(KNOWN_IN) as QuestionState[];
const signedIn = 'signed in' as const;
const question = 'question';

/** What everybody who knows of a question may open, in every state of it. */
const readable = (states: QuestionState[]) =>
  Object.fromEntries(states.map((state) => [state, toThose(state)]));

/** For the two who run the question; the others who know of it are refused. */
const run = (...states: QuestionState[]) =>
  Object.fromEntries(states.map((state) => [state, among(KNOWN_IN[state], { opens: LEADS })]));

/** A page of a draft leads those who know of the question to its page once it was sent for approval. */
const past = (state: QuestionState): Rule => ({
  leads: [{ who: KNOWN_IN[state], to: 'questions/:reference' }],
  others: 'hidden',
});

/** Who pays: the team and coordinators, and the auditor once it is settled; never whoever only scores. */
const PAYS: readonly Role[] = ['author', 'senior responsible owner', 'budget holder', 'observer'];
const PAYS_PUBLISHED: readonly Role[] = [...PAYS, 'coordinator'];
const KEEPS: Role[] = ['author', 'senior responsible owner', 'budget holder'];

/** Those who answer for teams, hold their budgets or observe them, and those who look over all. */
const MEASURES = forRoles(
  ...(['senior responsible owner', 'budget holder', 'observer', 'coordinator', 'auditor'] as const),
);

export const QUESTIONS: Row[] = [
  ...['performance', 'performance.csv', 'stages'].map((page): Row => ({
    route: `questions/${page}`,
    door: 'members',
    states: always(MEASURES),
  })),
  {
    route: 'questions/performance/:measure',
    door: 'members',
    of: 'performance figure',
    states: always(MEASURES),
  },
  { route: 'procurement-thresholds', door: 'members', states: always(toAll) },
  {
    route: 'questions/:reference/notices',
    door: signedIn,
    of: question,
    states: { draft: among(ASKING_TEAM, { opens: LEADS }), ...run('open', 'closed', 'answered') },
  },
  {
    route: 'questions/:reference/notices/:notice/remove',
    door: signedIn,
    of: 'notice of a question',
    states: { linked: among(KNOWN.network, { opens: LEADS }) },
  },
  {
    route: 'questions/:reference/funders',
    door: signedIn,
    of: question,
    states: {
      draft: hiddenBut(...ASKING_TEAM),
      open: hiddenBut(...PAYS_PUBLISHED),
      answered: hiddenBut(...PAYS_PUBLISHED, 'auditor'),
    },
  },
  {
    route: 'questions/:reference/funders/new',
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, { opens: KEEPS }),
      open: among(PAYS_PUBLISHED, { opens: KEEPS }),
      answered: among([...PAYS_PUBLISHED, 'auditor'], {}),
    },
  },
  {
    route: 'questions/:reference/funders/:funder',
    door: signedIn,
    of: 'funder of a question',
    states: { conditional: among(PAYS_PUBLISHED, { opens: KEEPS }) },
  },
  { route: 'questions', door: 'open', states: always(toAll) },
  { route: 'questions/new', door: signedIn, states: always({ others: 'opens' }) },
  { route: 'questions/which-route', door: signedIn, states: always(toAll) },
  { route: 'questions/:reference', door: 'open', of: question, states: readable(all) },
  {
    route: 'questions/:reference/closing.ics',
    door: 'open',
    of: question,
    states: { draft: toNobody, ...readable(['open', 'open to invited', 'released', 'withdrawn']) },
  },
  {
    route: 'questions/:reference/open-contracting.json',
    door: 'open',
    of: question,
    states: { draft: toNobody, ...readable(['open', 'open to invited', 'released', 'withdrawn']) },
  },
  {
    route: 'questions/:reference/related',
    door: 'open',
    of: question,
    states: { draft: toNobody, ...readable(['open', 'open to invited', 'released', 'withdrawn']) },
  },
  {
    route: 'questions/:reference/draft',
    door: signedIn,
    of: question,
    states: {
      draft: hiddenBut(...ASKING_TEAM),
      'awaiting approval': past('awaiting approval'),
      open: past('open'),
      'open to invited': past('open to invited'),
    },
  },
  {
    route: 'questions/:reference/draft/check',
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, { opens: ['author'] }),
      'awaiting approval': past('awaiting approval'),
      open: past('open'),
    },
  },
  {
    route: 'questions/:reference/draft/delete',
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, { opens: ['author'] }),
      'awaiting approval': among(ASKING_TEAM, {}),
      open: among(KNOWN.network, {}),
    },
  },
  {
    route: 'questions/:reference/draft/:task',
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, { opens: ['author'] }),
      'awaiting approval': among(ASKING_TEAM, {}),
      open: among(KNOWN.network, {}),
    },
  },
  ...['questions/:reference/approval', 'questions/:reference/approval/return'].map((route): Row => ({
    route,
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, {
        leads: [{ who: ['senior responsible owner'], to: 'questions/:reference' }],
      }),
      'awaiting approval': among(ASKING_TEAM, { opens: ['senior responsible owner'] }),
      open: among(KNOWN.network, {
        leads: [{ who: ['senior responsible owner'], to: 'questions/:reference' }],
      }),
    },
  })),
  {
    route: 'questions/:reference/withdraw',
    door: signedIn,
    of: question,
    states: {
      ...run('awaiting approval', 'open', 'open to invited', 'closed', 'in evaluation'),
      withdrawn: among(KNOWN.settled, {}),
      answered: among(KNOWN.settled, {}),
    },
  },
  {
    route: 'questions/:reference/interest',
    door: 'open',
    of: question,
    states: { open: leadsAll('questions/:reference'), draft: leadsAll('questions/:reference') },
  },
  {
    // Who looks for partners is hidden from team and panel.
    route: 'questions/:reference/partners',
    door: signedIn,
    of: question,
    states: {
      draft: toNobody,
      open: { opens: ['expert'], butNot: JUDGES, others: 'hidden' },
      'open to invited': hiddenBut('invited expert'),
    },
  },
  {
    route: 'questions/:reference/visibility',
    door: signedIn,
    of: question,
    // A draft is its authors' to change.
    states: { draft: among(ASKING_TEAM, { opens: ['author'] }), ...run('open', 'open to invited') },
  },
  {
    // Making anything public is the decision of a named person: the owner of the question, or a coordinator.
    route: 'questions/:reference/release',
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, {}),
      open: among(KNOWN.network, { opens: ['senior responsible owner', 'coordinator'] }),
      'open to invited': among(KNOWN.invited, { opens: ['senior responsible owner', 'coordinator'] }),
      answered: among(KNOWN.settled, { opens: ['senior responsible owner', 'coordinator'] }),
      released: { opens: ['senior responsible owner', 'coordinator'], others: 'denied' },
    },
  },
  {
    // The button stands on the question's page.
    route: 'questions/:reference/reaffirm',
    door: signedIn,
    of: question,
    states: { draft: past('draft'), open: past('open'), 'open to invited': past('open to invited') },
  },
  {
    route: 'questions/:reference/copy',
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, { opens: ['author'] }),
      open: among(KNOWN.network, { opens: ['author'] }),
      'open to invited': among(KNOWN.invited, { opens: ['author'] }),
    },
  },
  {
    route: 'questions/:reference/invitations',
    door: signedIn,
    of: question,
    states: run('open', 'open to invited'),
  },
  {
    route: 'questions/:reference/invitation',
    door: signedIn,
    of: question,
    states: { draft: toNobody, open: toNobody, 'open to invited': hiddenBut('invited expert') },
  },
  {
    route: 'questions/:reference/sessions',
    door: signedIn,
    of: question,
    states: { draft: toNobody, ...readable(['open', 'open to invited']) },
  },
  {
    route: 'questions/:reference/sessions/new',
    door: signedIn,
    of: question,
    states: { draft: among(ASKING_TEAM, {}), ...run('open', 'open to invited') },
  },
  // No session was announced in the scenes.
  ...['sessions/:reference/record', 'sessions/:reference/cancel'].map((route): Row => ({
    route,
    door: signedIn,
    of: question,
    states: { open: toNobody },
  })),
  {
    // A coordinator moves deadlines too.
    route: 'questions/:reference/extension',
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, {}),
      open: among(KNOWN.network, { opens: [...LEADS, 'coordinator'] }),
      'open to invited': among(KNOWN.invited, { opens: [...LEADS, 'coordinator'] }),
    },
  },
  {
    // Nothing waits to be confirmed in the scenes.
    route: 'questions/:reference/extension/confirm',
    door: signedIn,
    of: question,
    states: { draft: among(ASKING_TEAM, {}), open: among(KNOWN.network, {}) },
  },
  {
    route: 'questions/:reference/addenda/new',
    door: signedIn,
    of: question,
    states: { draft: among(ASKING_TEAM, {}), ...run('open', 'open to invited') },
  },
  {
    route: 'questions/:reference/clarifications',
    door: signedIn,
    of: question,
    states: { draft: toThose('draft'), ...readable(['open', 'open to invited', 'closed']) },
  },
  {
    route: 'questions/:reference/clarifications/new',
    door: signedIn,
    of: question,
    states: {
      draft: among(ASKING_TEAM, {}),
      open: among(KNOWN.network, { opens: ['expert'], butNot: JUDGES }),
      'open to invited': among(KNOWN.invited, { opens: ['invited expert'] }),
      closed: among(KNOWN.network, {}),
    },
  },
  {
    // Others do not learn that somebody asked; the asker is hidden from all.
    route: 'clarifications/:reference',
    door: signedIn,
    of: 'clarification',
    states: {
      waiting: hiddenBut(...LEADS),
      answered: { leads: [{ who: LEADS, to: 'questions/:question/clarifications' }], others: 'hidden' },
    },
  },
];

/** An expert advice request: answers go to the asking team alone, until their author agrees to publish. */
export const ADVICE: Row[] = [
  {
    route: 'questions/:reference/answers',
    door: signedIn,
    of: 'advice request',
    states: { open: hiddenBut(...ASKING_TEAM) },
  },
  {
    route: 'questions/:reference/answers/own',
    door: signedIn,
    of: 'advice request',
    states: {
      open: among(KNOWN.network, {
        opens: ['expert'],
        butNot: [...ASKING_TEAM, 'researcher', 'lead of the bid'],
        leads: [
          { who: ['researcher'], to: 'advice-answers/:researcher' },
          { who: ['lead of the bid'], to: 'advice-answers/:lead' },
        ],
      }),
    },
  },
  {
    route: 'advice-answers/:reference',
    door: signedIn,
    of: 'advice answer',
    states: {
      draft: hiddenBut('rival'),
      submitted: hiddenBut('researcher', ...ASKING_TEAM),
      agreed: hiddenBut('lead of the bid', ...ASKING_TEAM),
    },
  },
  {
    route: 'findings/from-advice/:answer',
    door: signedIn,
    of: 'advice answer',
    states: {
      draft: toNobody,
      submitted: among([...ASKING_TEAM, 'researcher'], {}),
      agreed: hiddenBut('lead of the bid', ...ASKING_TEAM, 'coordinator'),
    },
  },
];
