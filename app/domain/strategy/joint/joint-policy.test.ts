import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor, TeamRole } from '../../actor';
import {
  mayKeepJointSet,
  mayProposeJointSet,
  mayReadJointSets,
  maySeeJointSet,
  maySignJointSet,
  signsFor,
  type JointStanding,
} from './joint-policy';

const of = (organisationId: string, ...roles: TeamRole[]) => [
  { teamId: `team of ${organisationId}`, organisationId, roles },
];
const owner = (organisationId: string) => someone({ teams: of(organisationId, 'seniorResponsibleOwner') });

const draft: JointStanding = { ownerIds: ['home', 'police'], published: false };
const published: JointStanding = { ...draft, published: true };

const actors = {
  'a visitor': nobody,
  'an unverified owner': someone({ verified: false, teams: of('home', 'seniorResponsibleOwner') }),
  'an owner before the second factor': someone({
    secondFactorPassed: false,
    teams: of('home', 'seniorResponsibleOwner'),
  }),
  'a member': someone({ expert: true }),
  'an owner of another organisation': owner('customs'),
  'an author of an owner': someone({ teams: of('home', 'author') }),
  'an observer of an owner': someone({ teams: of('home', 'observer') }),
  'an owner of the first': owner('home'),
  'an owner of the second': owner('police'),
  'an owner of both': someone({
    teams: [...of('home', 'seniorResponsibleOwner'), ...of('police', 'author', 'seniorResponsibleOwner')],
  }),
  'a coordinator': someone({ roles: ['coordinator'] }),
  'a coordinator before the second factor': someone({ roles: ['coordinator'], secondFactorPassed: false }),
  'the auditor': someone({ roles: ['auditor'] }),
  'an administrator': someone({ roles: ['administrator'] }),
  'a committee reader': someone({ roles: ['committeeReader'] }),
} satisfies Record<string, Actor>;
type Name = keyof typeof actors;

describe('a draft of a jointly owned set', () => {
  const cases: [Name, string, string, string, string][] = [
    // who, sees it, keeps it, signs for home, signs for police
    ['a visitor', 'hide', 'hide', 'hide', 'hide'],
    ['an unverified owner', 'hide', 'hide', 'hide', 'hide'],
    ['an owner before the second factor', 'hide', 'hide', 'hide', 'hide'],
    ['a member', 'hide', 'hide', 'hide', 'hide'],
    ['an owner of another organisation', 'hide', 'hide', 'hide', 'hide'],
    ['an author of an owner', 'allow', 'deny', 'deny', 'deny'],
    ['an observer of an owner', 'allow', 'deny', 'deny', 'deny'],
    ['an owner of the first', 'allow', 'allow', 'allow', 'deny'],
    ['an owner of the second', 'allow', 'allow', 'deny', 'allow'],
    ['an owner of both', 'allow', 'allow', 'allow', 'allow'],
    ['a coordinator', 'allow', 'allow', 'deny', 'deny'],
    ['a coordinator before the second factor', 'hide', 'hide', 'hide', 'hide'],
    ['the auditor', 'allow', 'deny', 'deny', 'deny'],
    ['an administrator', 'hide', 'hide', 'hide', 'hide'],
    ['a committee reader', 'hide', 'hide', 'hide', 'hide'],
  ];
  test.each(cases)('%s: sees %s, keeps %s, signs %s and %s', (name, sees, keeps, first, second) => {
    const actor = actors[name];
    expect(maySeeJointSet(actor, draft).kind).toBe(sees);
    expect(mayKeepJointSet(actor, draft).kind).toBe(keeps);
    expect(maySignJointSet(actor, draft, 'home').kind).toBe(first);
    expect(maySignJointSet(actor, draft, 'police').kind).toBe(second);
  });

  test('covers every kind of actor', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(Object.keys(actors).length);
  });
});

describe('a published jointly owned set', () => {
  test.each(Object.keys(actors) as Name[])('is seen by %s', (name) => {
    expect(maySeeJointSet(actors[name], published)).toEqual({ kind: 'allow' });
  });

  test.each([
    'a visitor',
    'an unverified owner',
    'a member',
    'an owner of another organisation',
    'an author of an owner',
    'the auditor',
    'an administrator',
  ] as const)('is told to be another’s to %s who would withdraw it', (name) => {
    expect(mayKeepJointSet(actors[name], published)).toEqual({
      kind: 'deny',
      why: 'Only a senior responsible owner of one of its owners, or a coordinator, can do this.',
    });
  });

  test('is signed by nobody for an organisation that does not own it', () => {
    expect(maySignJointSet(owner('customs'), published, 'customs')).toEqual({
      kind: 'deny',
      why: 'Only a senior responsible owner of that organisation signs for it.',
    });
    expect(maySignJointSet(owner('home'), published, 'customs').kind).toBe('deny');
  });
});

describe('without any owner', () => {
  const none: JointStanding = { ownerIds: [], published: false };
  test('a draft is the coordinators’ and the auditor’s to see', () => {
    expect(maySeeJointSet(owner('home'), none).kind).toBe('hide');
    expect(maySeeJointSet(actors['a coordinator'], none).kind).toBe('allow');
    expect(maySeeJointSet(actors['the auditor'], none).kind).toBe('allow');
    expect(mayKeepJointSet(actors['the auditor'], none).kind).toBe('deny');
  });
});

describe('the list of jointly owned sets, and a new one', () => {
  const words = {
    read: 'Jointly owned sets are for verified members of the network.',
    propose: 'Only a senior responsible owner or a coordinator drafts a jointly owned set.',
  };
  const cases: [Name, boolean, boolean][] = [
    ['a visitor', false, false],
    ['an unverified owner', false, false],
    ['an owner before the second factor', false, false],
    ['a member', true, false],
    ['an owner of another organisation', true, true],
    ['an author of an owner', true, false],
    ['an owner of both', true, true],
    ['a coordinator', true, true],
    ['a coordinator before the second factor', false, false],
    ['the auditor', true, false],
    ['an administrator', true, false],
    ['a committee reader', true, false],
  ];
  test.each(cases)('%s: reads %s, drafts %s', (name, reads, drafts) => {
    const actor = actors[name];
    expect(mayReadJointSets(actor)).toEqual(reads ? { kind: 'allow' } : { kind: 'deny', why: words.read });
    expect(mayProposeJointSet(actor)).toEqual(
      drafts ? { kind: 'allow' } : { kind: 'deny', why: words.propose },
    );
  });
});

describe('who signs for an organisation', () => {
  test.each([
    ['author', false],
    ['budgetHolder', false],
    ['evaluator', false],
    ['moderator', false],
    ['observer', false],
    ['seniorResponsibleOwner', true],
  ] as const)('its %s: %s', (role, signs) => {
    const actor = someone(inTeam('team', role));
    expect(signsFor(actor, 'organisation')).toBe(signs);
    expect(signsFor(actor, 'team')).toBe(false);
  });

  test('nobody by an affiliation alone', () => {
    expect(signsFor(someone({ organisationIds: ['home'] }), 'home')).toBe(false);
    expect(maySeeJointSet(someone({ organisationIds: ['home'] }), draft).kind).toBe('hide');
  });
});
