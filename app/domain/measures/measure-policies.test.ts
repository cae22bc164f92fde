import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor, InstallationRole, Person } from '../actor';
import { isAllowed, type Verdict } from '../policy';
import { mayAnswerFollowUp, maySeeFollowUp } from './follow-ups/follow-up-policy';
import { mayKeepHarm, readsAllHarm } from './harm/harm-policy';
import {
  mayDefineMeasure,
  mayIssueScorecard,
  mayKeepMeasure,
  mayReadIssued,
  mayReadMeasures,
  mayValidate,
} from './measure-policy';

const MEASURE = { ownerId: 'owner', createdById: 'maker' };
const OF_AWARD = { ownerId: 'looker', questionId: 'question' };

const RULES = {
  read: mayReadMeasures,
  define: mayDefineMeasure,
  keep: (actor: Actor) => mayKeepMeasure(actor, MEASURE),
  validate: (actor: Actor) => mayValidate(actor, 'recorder'),
  readIssued: mayReadIssued,
  issue: mayIssueScorecard,
  keepHarm: mayKeepHarm,
  see: (actor: Actor) => maySeeFollowUp(actor, OF_AWARD),
  answer: (actor: Actor) => mayAnswerFollowUp(actor, OF_AWARD),
} satisfies Record<string, (actor: Actor) => Verdict>;
type Rule = keyof typeof RULES;
const NAMES = Object.keys(RULES) as Rule[];

const holding = (role: InstallationRole, over: Partial<Person> = {}) => someone({ roles: [role], ...over });
const team = inTeam('team', 'author');
const NETWORK: Rule[] = ['read', 'readIssued'];
const TEAM: Rule[] = ['read', 'define', 'validate', 'readIssued'];
const COORDINATOR: Rule[] = NAMES;
const walled = (questionId: string, bidId: string | null = null) => ({ walls: [{ questionId, bidId }] });

const CAST: [string, Actor, Rule[]][] = [
  ['a visitor', nobody, []],
  ['somebody not verified', someone({ verified: false }), []],
  ['somebody not verified in a team', someone({ verified: false, ...team }), []],
  ['a member before the second factor', someone({ secondFactorPassed: false }), []],
  ['somebody of a team before the second factor', someone({ secondFactorPassed: false, ...team }), []],
  ['a member', someone(), NETWORK],
  ['an expert', someone({ expert: true }), NETWORK],
  ['a member of the private sector', someone({ privateSector: true }), NETWORK],
  ['an observer of a team', someone(inTeam('team', 'observer')), TEAM],
  ['an author of a team', someone(team), TEAM],
  ['a senior owner of a team', someone(inTeam('team', 'seniorResponsibleOwner')), TEAM],
  ['a budget holder of a team', someone(inTeam('team', 'budgetHolder')), TEAM],
  ['somebody in a team without a role', someone(inTeam('team')), TEAM],
  ['the owner, in a team', someone({ id: 'owner', ...team }), [...TEAM, 'keep']],
  ['the owner, who left the team', someone({ id: 'owner' }), [...NETWORK, 'keep']],
  ['the owner, no longer verified', someone({ id: 'owner', verified: false }), []],
  ['whoever defined it', someone({ id: 'maker' }), [...NETWORK, 'keep']],
  ['whoever defined it, now an auditor', holding('auditor', { id: 'maker' }), [...NETWORK, 'see']],
  ['whoever recorded the figure', someone({ id: 'recorder', ...team }), ['read', 'define', 'readIssued']],
  ['whoever looks again', someone({ id: 'looker' }), [...NETWORK, 'see', 'answer']],
  ['whoever looks, walled', someone({ id: 'looker', ...walled('question') }), NETWORK],
  ['whoever looks, walled from a bid', someone({ id: 'looker', ...walled('question', 'bid') }), NETWORK],
  [
    'whoever looks, walled elsewhere',
    someone({ id: 'looker', ...walled('o') }),
    [...NETWORK, 'see', 'answer'],
  ],
  ['whoever looks, not verified', someone({ id: 'looker', verified: false }), []],
  ['a coordinator', holding('coordinator'), COORDINATOR],
  ['a coordinator not verified', holding('coordinator', { verified: false }), []],
  ['a coordinator before the second factor', holding('coordinator', { secondFactorPassed: false }), []],
  [
    'a coordinator who recorded the figure',
    holding('coordinator', { id: 'recorder' }),
    NAMES.filter((name) => name !== 'validate'),
  ],
  [
    'a coordinator behind the wall',
    holding('coordinator', walled('question')),
    NAMES.filter((name) => name !== 'see' && name !== 'answer'),
  ],
  ['a coordinator who audits', someone({ roles: ['coordinator', 'auditor'] }), COORDINATOR],
  ['the auditor', holding('auditor'), [...NETWORK, 'see']],
  ['the auditor behind the wall', holding('auditor', walled('question')), NETWORK],
  ['the auditor not verified', holding('auditor', { verified: false }), []],
  ['the auditor in a team', holding('auditor', team), [...TEAM, 'see']],
  ['the auditor who is the owner', holding('auditor', { id: 'owner' }), [...NETWORK, 'see']],
  ['a committee reader', holding('committeeReader'), ['readIssued']],
  ['a committee reader not verified', holding('committeeReader', { verified: false }), []],
  ['a committee reader who is an expert', holding('committeeReader', { expert: true }), NETWORK],
  ['a committee reader in a team', holding('committeeReader', team), TEAM],
  ['a committee reader who owns it', holding('committeeReader', { id: 'owner' }), ['readIssued']],
  ['an administrator', holding('administrator'), NETWORK],
  ['an administrator not verified', holding('administrator', { verified: false }), []],
];

describe('who may do what with measures', () => {
  test.each(CAST)('%s', (_name, actor, rules) => {
    expect(NAMES.filter((name) => isAllowed(RULES[name](actor)))).toEqual(
      NAMES.filter((name) => rules.includes(name)),
    );
  });

  test.each(CAST)('%s reads every figure of harm if and only if measures are read', (_name, actor, rules) => {
    expect(readsAllHarm(actor)).toBe(rules.includes('read'));
  });

  test.each(CAST)('%s answers only what may be seen, and is told nothing of the rest', (_name, actor) => {
    const [see, answer] = [RULES.see(actor), RULES.answer(actor)];
    expect(see.kind).not.toBe('deny');
    if (see.kind === 'hide') expect(answer).toEqual({ kind: 'hide' });
  });
});

describe('the words of each denial', () => {
  const said: [Rule, Actor, string][] = [
    ['read', nobody, 'Only verified members and the auditor read measures.'],
    ['define', someone(), 'Only members of a team and coordinators define measures.'],
    ['keep', someone(team), 'Only its owner, whoever defined it, or a coordinator can do this.'],
    [
      'validate',
      someone({ id: 'recorder', ...team }),
      'A member of a team or a coordinator other than who recorded a figure validates it.',
    ],
    ['readIssued', nobody, 'Only verified members, the auditor and committee readers read scorecards.'],
    ['issue', holding('auditor'), 'Only a coordinator issues a scorecard.'],
    ['keepHarm', holding('administrator'), 'Only a coordinator records and releases harm figures.'],
    ['answer', holding('auditor'), 'Only whoever looks after it, or a coordinator, answers this.'],
  ];
  test.each(said)('%s', (rule, actor, why) => expect(RULES[rule](actor)).toEqual({ kind: 'deny', why }));
});

describe('what nobody owns', () => {
  const NOBODYS = { ownerId: null, questionId: null };
  test.each<[string, Actor, Verdict['kind'], Verdict['kind']]>([
    ['a visitor', nobody, 'hide', 'hide'],
    ['a member', someone(), 'hide', 'hide'],
    ['the auditor', holding('auditor'), 'allow', 'deny'],
    ['the auditor walled from a competition', holding('auditor', walled('question')), 'allow', 'deny'],
    ['a coordinator', holding('coordinator'), 'allow', 'allow'],
    ['a coordinator walled from a competition', holding('coordinator', walled('question')), 'allow', 'allow'],
  ])('%s: a follow-up', (_name, actor, see, answer) => {
    expect([maySeeFollowUp(actor, NOBODYS).kind, mayAnswerFollowUp(actor, NOBODYS).kind]).toEqual([
      see,
      answer,
    ]);
  });

  test('a measure without an owner is kept by whoever defined it and by coordinators', () => {
    const standing = { ownerId: null, createdById: 'maker' };
    const may = (actor: Actor) => isAllowed(mayKeepMeasure(actor, standing));
    expect([
      may(someone({ id: 'maker' })),
      may(holding('coordinator')),
      may(someone(team)),
      may(nobody),
    ]).toEqual([true, true, false, false]);
  });
});
