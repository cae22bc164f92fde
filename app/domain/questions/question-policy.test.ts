import { describe, expect, test } from 'vitest';
import { NO_STAGE } from '../../../tests/support/factories/question-stages';
import { AS_OF, inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor } from '../actor';
import type { Verdict } from '../policy';
import { QUESTION_STATES, stateOf, type QuestionStages, type QuestionState } from './question';
import { mayDoOn, type QuestionMay } from './question-may';
import * as policy from './question-policy';
import type { QuestionForPolicy } from './question-policy';

const day = (days: number) => new Date(AS_OF.getTime() + days * 86_400_000);
const open = {
  submittedAt: day(-21),
  publishedAt: day(-20),
  closesAt: day(20),
  clarificationsCloseAt: day(5),
};
const closed = { ...open, closesAt: day(-5), clarificationsCloseAt: day(-12) };
const STAGES: Record<QuestionState, Partial<QuestionStages>> = {
  draft: {},
  returned: { submittedAt: day(-3), returnedAt: day(-2) },
  setAside: { setAsideAt: day(-1) },
  awaitingApproval: { submittedAt: day(-1) },
  open,
  clarificationsClosed: { ...open, clarificationsCloseAt: day(-1) },
  closed,
  opened: { ...closed, openedAt: day(-4) },
  inEvaluation: { ...closed, openedAt: day(-4), evaluationStartedAt: day(-4) },
  decided: { ...closed, openedAt: day(-4), decidedAt: day(-3) },
  inDelivery: { ...closed, decidedAt: day(-3), deliveryStartedAt: day(-2) },
  answered: { ...closed, decidedAt: day(-3), answeredAt: day(-1) },
  withdrawn: { ...open, withdrawnAt: day(-1) },
};

const questionIn = (state: QuestionState, over: Partial<QuestionForPolicy> = {}): QuestionForPolicy => ({
  id: 'question',
  teamId: 'team',
  authorId: 'author',
  seniorResponsibleOwnerId: 'owner',
  budgetHolderId: 'holder',
  visibility: 'network',
  releasedAt: null,
  route: { takesBids: true, takesAdvice: false },
  invitations: [],
  sponsorships: [],
  ...NO_STAGE,
  ...STAGES[state],
  ...over,
});

const CAST: Record<string, Actor> = {
  visitor: nobody,
  unverified: someone({ verified: false, expert: true }),
  'without second factor': someone({ id: 'author', ...inTeam('team', 'author'), secondFactorPassed: false }),
  member: someone({ ...inTeam('other', 'author') }),
  expert: someone({ id: 'expert', expert: true }),
  author: someone({ id: 'author', ...inTeam('team', 'author') }),
  'second author': someone({ id: 'second', ...inTeam('team', 'author') }),
  'author who left the role': someone({ id: 'author', ...inTeam('team', 'observer') }),
  owner: someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') }),
  'budget holder': someone({ id: 'holder', ...inTeam('team', 'budgetHolder') }),
  evaluator: someone({ id: 'evaluator', ...inTeam('team', 'evaluator') }),
  observer: someone({ id: 'observer', ...inTeam('team', 'observer') }),
  'panel member from elsewhere': someone({
    id: 'panellist',
    expert: true,
    panels: [{ questionId: 'question', role: 'evaluator' }],
  }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  'coordinator who is an expert': someone({ id: 'both', expert: true, roles: ['coordinator'] }),
  administrator: someone({ id: 'administrator', roles: ['administrator'] }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  'committee reader': someone({ id: 'committee', roles: ['committeeReader'] }),
};
const as = (name: string): Actor => {
  const actor = CAST[name];
  if (!actor) throw new Error(`nobody is called ${name}`);
  return actor;
};

type Rule = (actor: Actor, question: QuestionForPolicy) => Verdict;
const verdicts = (rule: Rule, question: QuestionForPolicy, kind: Verdict['kind']) =>
  Object.keys(CAST).filter((name) => rule(as(name), question).kind === kind);

test.each(QUESTION_STATES)('the timestamps of %s in this table say that state', (state) => {
  expect(stateOf(questionIn(state), AS_OF)).toBe(state);
});

describe('who knows of a question', () => {
  const TEAM = [
    'author',
    'second author',
    'author who left the role',
    'owner',
    'budget holder',
    'evaluator',
    'observer',
  ];

  test.each(['draft', 'returned', 'awaitingApproval'] as const)('in %s only its team', (state) => {
    expect(verdicts(policy.maySee, questionIn(state), 'allow')).toEqual(TEAM);
  });

  test('in the network every member, save those who only check or read', () => {
    expect(verdicts(policy.maySee, questionIn('open'), 'hide')).toEqual([
      'visitor',
      'unverified',
      'without second factor',
      'auditor',
      'committee reader',
    ]);
  });

  test('for the team alone: team, panel and coordinators', () => {
    expect(verdicts(policy.maySee, questionIn('open', { visibility: 'team' }), 'allow')).toEqual([
      ...TEAM,
      'panel member from elsewhere',
      'coordinator',
      'coordinator who is an expert',
    ]);
  });

  test('for invited people: those by name and those by organisation too', () => {
    const invitations = [
      { personId: 'expert', organisationId: null },
      { personId: null, organisationId: 'institute' },
    ];
    const question = questionIn('open', { visibility: 'invited', invitations });
    const colleague = someone({ id: 'colleague', expert: true, organisationIds: ['institute'] });
    expect(policy.knowsOf(as('expert'), question)).toBe(true);
    expect(policy.knowsOf(colleague, question)).toBe(true);
    expect(policy.knowsOf({ ...colleague, organisationIds: ['elsewhere'] }, question)).toBe(false);
    expect(policy.knowsOf({ ...colleague, verified: false }, question)).toBe(false);
    expect(policy.knowsOf(as('member'), question)).toBe(false);
    expect(policy.knowsOf(as('expert'), { ...question, visibility: 'team' })).toBe(false);
  });

  test('once released everybody, in whatever state it is', () => {
    const question = questionIn('closed', { visibility: 'team', releasedAt: day(-1) });
    expect(verdicts(policy.maySee, question, 'allow')).toEqual(Object.keys(CAST));
  });

  test.each(QUESTION_STATES)('the auditor of %s', (state) => {
    const settled = ['decided', 'inDelivery', 'answered', 'withdrawn'].includes(state);
    expect(policy.knowsOf(as('auditor'), questionIn(state))).toBe(settled);
  });
});

/** Who is allowed, by rule; everybody else who knows of it is refused with a reason. */
const ALLOWED: [string, Rule, QuestionState, string[]][] = [
  ['editing a draft', policy.mayEdit, 'draft', ['author', 'second author']],
  ['editing a returned one', policy.mayEdit, 'returned', ['author', 'second author']],
  ['editing what awaits approval', policy.mayEdit, 'awaitingApproval', []],
  ['editing what is open', policy.mayEdit, 'open', []],
  ['approving', policy.mayApprove, 'awaitingApproval', ['owner']],
  ['running', policy.mayRun, 'open', ['author', 'second author', 'owner']],
  ['withdrawing what is open', policy.mayWithdraw, 'open', ['author', 'second author', 'owner']],
  ['withdrawing a draft', policy.mayWithdraw, 'draft', ['author', 'second author', 'owner']],
  ['withdrawing what is in delivery', policy.mayWithdraw, 'inDelivery', ['author', 'second author', 'owner']],
  ['withdrawing what is answered', policy.mayWithdraw, 'answered', []],
  ['withdrawing twice', policy.mayWithdraw, 'withdrawn', []],
  ['releasing', policy.mayRelease, 'open', ['owner', 'coordinator', 'coordinator who is an expert']],
  ['releasing a draft', policy.mayRelease, 'draft', []],
  ['bidding', policy.mayBid, 'open', ['expert', 'coordinator who is an expert']],
  [
    'asking for clarification',
    policy.mayAskClarification,
    'open',
    ['expert', 'coordinator who is an expert'],
  ],
  ['showing interest', policy.maySignalInterest, 'open', ['expert', 'coordinator who is an expert']],
  ['showing interest late', policy.maySignalInterest, 'closed', []],
  ['answering where bids are wanted', policy.mayAnswerAdvice, 'open', []],
];

test.each(ALLOWED)('%s', (_name, rule, state, allowed) => {
  const question = questionIn(state);
  expect(verdicts(rule, question, 'allow')).toEqual(allowed);
  for (const name of Object.keys(CAST)) {
    const verdict = rule(as(name), question);
    if (!policy.knowsOf(as(name), question)) expect([name, verdict.kind]).toEqual([name, 'hide']);
    if (verdict.kind === 'deny') expect(verdict.why).toMatch(/^[A-Z].*\.$/);
  }
});

test('an author who is also named the owner approves nothing of their own', () => {
  const question = questionIn('awaitingApproval', { seniorResponsibleOwnerId: 'author' });
  expect(policy.mayApprove(as('author'), question)).toMatchObject({ kind: 'deny' });
  expect(policy.mayApprove(as('owner'), question)).toMatchObject({ kind: 'deny' });
});

test('advice is answered by experts, and takes no bids', () => {
  const route = { takesBids: false, takesAdvice: true };
  const question = questionIn('open', { route });
  expect(verdicts(policy.mayAnswerAdvice, question, 'allow')).toEqual([
    'expert',
    'coordinator who is an expert',
  ]);
  expect(verdicts(policy.mayBid, question, 'allow')).toEqual([]);
});

test('an expert of the team is of the team, not one of its bidders', () => {
  const insider = someone({ id: 'insider', expert: true, ...inTeam('team', 'observer') });
  expect(policy.isEligible(insider, questionIn('open'))).toBe(false);
  expect(policy.isEligible(someone({ id: 'holder', expert: true }), questionIn('open'))).toBe(false);
  expect(policy.isEligible(as('expert'), questionIn('open'))).toBe(true);
});

test('an auditor who is an expert reads the network as experts do', () => {
  const auditor = someone({ roles: ['auditor'], expert: true });
  expect(policy.readsNetwork(auditor)).toBe(true);
  expect(policy.readsNetwork(as('auditor'))).toBe(false);
  expect(policy.readsNetwork({ ...auditor, secondFactorPassed: false })).toBe(false);
  expect(policy.readsNetwork(someone({ roles: ['committeeReader'], ...inTeam('other', 'observer') }))).toBe(
    true,
  );
});

describe('what a page offers', () => {
  const offered = (name: string, question: QuestionForPolicy): (keyof QuestionMay)[] =>
    Object.entries(mayDoOn(question, as(name)))
      .filter(([, may]) => may)
      .map(([what]) => what as keyof QuestionMay);

  const OFFERS: [string, QuestionState, (keyof QuestionMay)[]][] = [
    ['author', 'draft', ['edit', 'linkNotices', 'withdraw']],
    ['author', 'awaitingApproval', ['linkNotices', 'withdraw']],
    ['author', 'open', ['run', 'amend', 'invite', 'cascade', 'linkNotices', 'copy', 'withdraw', 'watch']],
    ['author', 'closed', ['run', 'amend', 'cascade', 'linkNotices', 'copy', 'withdraw', 'watch']],
    ['author', 'answered', ['run', 'linkNotices', 'copy', 'watch']],
    ['author', 'withdrawn', ['run', 'linkNotices', 'copy', 'watch']],
    ['owner', 'draft', ['linkNotices', 'withdraw']],
    ['owner', 'awaitingApproval', ['approve', 'linkNotices', 'withdraw']],
    ['owner', 'open', ['run', 'amend', 'invite', 'cascade', 'linkNotices', 'withdraw', 'release', 'watch']],
    ['owner', 'withdrawn', ['run', 'linkNotices', 'release', 'watch']],
    ['observer', 'draft', []],
    ['observer', 'open', ['watch']],
    ['expert', 'open', ['bid', 'askClarification', 'signalInterest', 'watch', 'seePartners']],
    ['expert', 'clarificationsClosed', ['bid', 'signalInterest', 'watch', 'seePartners']],
    ['expert', 'closed', ['watch']],
    ['coordinator', 'open', ['release', 'watch']],
    ['panel member from elsewhere', 'open', ['watch']],
  ];

  test.each(OFFERS)('%s, in %s: %j', (name, state, expected) => {
    expect(offered(name, questionIn(state))).toEqual(expected);
  });

  test('a visitor of a released question is offered nothing at all', () => {
    expect(offered('visitor', questionIn('open', { releasedAt: day(-1) }))).toEqual([]);
    expect(offered('unverified', questionIn('open', { releasedAt: day(-1) }))).toEqual([]);
  });

  test('exactly at the end of a window it is over', () => {
    const question = questionIn('open', { clarificationsCloseAt: AS_OF });
    expect(offered('expert', question)).not.toContain('askClarification');
    expect(offered('expert', questionIn('open', { closesAt: AS_OF }))).toEqual(['watch']);
  });
});
