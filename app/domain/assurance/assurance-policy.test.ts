import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import { AT, pureQuestion } from '../../../tests/support/factories/pure-competition';
import type { Actor, Person, TeamRole } from '../actor';
import type { Verdict } from '../policy';
import { mayMakePack, type PackForPolicy } from './assurance-policy';

const WHO =
  'A pack is made by the senior responsible owner, a coordinator without a part in the competition or, once it is settled, an auditor.';
const CONFLICT = 'A confirmed conflict about one of the bids keeps you from a pack of them all.';
const UNPUBLISHED = 'A pack is made of a published question.';

const said = (verdict: Verdict): string => (verdict.kind === 'deny' ? verdict.why : verdict.kind);
const about = (
  over: Parameters<typeof pureQuestion>[0] = {},
  involved: PackForPolicy['involved'] = [],
): PackForPolicy => ({ question: pureQuestion(over), involved });
const of = (actor: Actor, pack: PackForPolicy = about()): string => said(mayMakePack(actor, pack));

const inIt = (id: string, ...roles: TeamRole[]): Person => someone({ id, ...inTeam('team', ...roles) });
const owner = inIt('owner', 'seniorResponsibleOwner');
const coordinator = someone({ id: 'coordinator', roles: ['coordinator'] });
const auditor = someone({ id: 'auditor', roles: ['auditor'] });
const onPanel = (role: 'evaluator' | 'moderator'): Person =>
  someone({ id: role, panels: [{ questionId: 'q', role }] });
const walled = (actor: Person, bidId: string | null, questionId = 'q'): Person => ({
  ...actor,
  walls: [{ questionId, bidId }],
});

describe('a pack of a published question that is not settled', () => {
  test.each<[string, Actor, string]>([
    ['a visitor', nobody, 'hide'],
    ['somebody of the network', someone(), 'hide'],
    ['an expert', someone({ expert: true }), 'hide'],
    ['the owner', owner, 'allow'],
    ['the owner without verified address', { ...owner, verified: false }, 'hide'],
    ['the owner without the second factor', { ...owner, secondFactorPassed: false }, 'hide'],
    ['a colleague who stands in for the owner', inIt('deputy', 'seniorResponsibleOwner'), 'allow'],
    ['the author', inIt('author', 'author'), WHO],
    ['the author who stands in for the owner', inIt('author', 'author', 'seniorResponsibleOwner'), WHO],
    ['the budget holder', inIt('holder', 'budgetHolder'), WHO],
    ['the budget holder outside the team', someone({ id: 'holder' }), WHO],
    ['an evaluator of the team', inIt('colleague', 'evaluator'), WHO],
    ['an observer of the team', inIt('colleague', 'observer'), WHO],
    ['an evaluator of the panel', onPanel('evaluator'), WHO],
    ['the moderator of the panel', onPanel('moderator'), WHO],
    ['the owner of another team', someone({ id: 'x', ...inTeam('other', 'seniorResponsibleOwner') }), 'hide'],
    ['a coordinator', coordinator, 'allow'],
    ['a coordinator without the second factor', { ...coordinator, secondFactorPassed: false }, 'hide'],
    ['an auditor', auditor, 'hide'],
    ['an administrator', someone({ roles: ['administrator'] }), 'hide'],
    ['a reader of a committee', someone({ roles: ['committeeReader'] }), 'hide'],
  ])('for %s', (_who, actor, verdict) => {
    expect(of(actor)).toBe(verdict);
  });
});

describe('once it is settled', () => {
  test.each(['decidedAt', 'answeredAt', 'withdrawnAt'] as const)('by %s, an auditor makes one', (stage) => {
    expect(of(auditor, about({ [stage]: AT }))).toBe('allow');
    expect(of({ ...auditor, verified: false }, about({ [stage]: AT }))).toBe('hide');
    expect(of({ ...auditor, secondFactorPassed: false }, about({ [stage]: AT }))).toBe('hide');
  });

  test.each(['openedAt', 'setAsideAt', 'qualityAgreedAt', 'returnedAt', 'evaluationStartedAt'] as const)(
    'which %s alone does not do',
    (stage) => {
      expect(of(auditor, about({ [stage]: AT }))).toBe('hide');
    },
  );

  test.each<[string, Actor, string]>([
    ['the owner', owner, 'allow'],
    ['a coordinator', coordinator, 'allow'],
    ['the author', inIt('author', 'author'), WHO],
    ['the moderator', onPanel('moderator'), WHO],
    ['an expert', someone({ expert: true }), 'hide'],
    ['a visitor', nobody, 'hide'],
    ['an administrator', someone({ roles: ['administrator'] }), 'hide'],
  ])('for %s it is as before', (_who, actor, verdict) => {
    expect(of(actor, about({ decidedAt: AT }))).toBe(verdict);
  });
});

describe('a part in the competition', () => {
  const all = ['owner', 'coordinator', 'auditor'];

  test('keeps a coordinator and an auditor from it, not the owner who answers for it', () => {
    const settled = about({ decidedAt: AT }, all);
    expect([owner, coordinator, auditor].map((actor) => of(actor, settled))).toEqual(['allow', WHO, WHO]);
  });

  test('of an auditor stays hidden where only the evaluation would be told by a reason', () => {
    expect(of(auditor, about({ answeredAt: AT }, all))).toBe('hide');
    expect(of(auditor, about({ withdrawnAt: AT }, all))).toBe('hide');
    expect(of(auditor, about({}, all))).toBe('hide');
  });

  test('of others is no hindrance', () => {
    const settled = about({ decidedAt: AT }, ['somebody', 'coordinator-2', '', 'AUDITOR']);
    expect([coordinator, auditor].map((actor) => of(actor, settled))).toEqual(['allow', 'allow']);
  });

  test('counts wherever in the list it stands', () => {
    for (const involved of [
      ['coordinator', 'a', 'b'],
      ['a', 'coordinator', 'b'],
      ['a', 'b', 'coordinator'],
    ])
      expect(of(coordinator, about({}, involved))).toBe(WHO);
  });

  test('in two roles at once is judged by the one that owns it', () => {
    const both = { ...owner, roles: ['coordinator', 'auditor'] satisfies Person['roles'] };
    expect(of(both, about({}, ['owner']))).toBe('allow');
    const author = { ...inIt('author', 'author'), roles: ['coordinator'] satisfies Person['roles'] };
    expect(of(author, about({}, ['author']))).toBe(WHO);
  });
});

describe('behind a wall', () => {
  const settled = about({ decidedAt: AT });

  test.each<[string, Person]>([
    ['the owner', owner],
    ['a coordinator', coordinator],
    ['an auditor', auditor],
    ['the author', inIt('author', 'author')],
    ['the moderator', onPanel('moderator')],
  ])('about the whole competition there is none for %s', (_who, actor) => {
    expect(of(walled(actor, null), settled)).toBe('hide');
  });

  test.each<[string, Person, string]>([
    ['the owner', owner, CONFLICT],
    ['a coordinator', coordinator, CONFLICT],
    ['an auditor', auditor, CONFLICT],
    ['the author', inIt('author', 'author'), WHO],
    ['an expert', someone({ expert: true }), 'hide'],
  ])('about one bid %s is told what they may know', (_who, actor, verdict) => {
    expect(of(walled(actor, 'bid'), settled)).toBe(verdict);
  });

  test('about another question nobody is kept from it', () => {
    for (const bidId of [null, 'bid'])
      for (const actor of [owner, coordinator, auditor])
        expect(of(walled(actor, bidId, 'another'), settled)).toBe('allow');
  });

  test('a wall about one bid is told before the question is said to be unpublished', () => {
    expect(of(walled(owner, 'bid'), about({ publishedAt: null }))).toBe(CONFLICT);
  });
});

describe('before publication', () => {
  test.each<[string, Actor, string]>([
    ['the owner', owner, UNPUBLISHED],
    ['a colleague who stands in', inIt('deputy', 'seniorResponsibleOwner'), UNPUBLISHED],
    ['the author', inIt('author', 'author'), WHO],
    ['a coordinator', coordinator, 'hide'],
    ['an auditor', auditor, 'hide'],
    ['an expert', someone({ expert: true }), 'hide'],
    ['a visitor', nobody, 'hide'],
  ])('%s is told no more than they may know', (_who, actor, verdict) => {
    expect(of(actor, about({ publishedAt: null }))).toBe(verdict);
  });
});

describe('a question shown to few or to all', () => {
  test.each(['invited', 'network', 'team'] as const)('of visibility %s', (visibility) => {
    const open = about({ visibility });
    expect([owner, coordinator].map((actor) => of(actor, open))).toEqual(['allow', 'allow']);
    expect([someone({ expert: true }), nobody].map((actor) => of(actor, open))).toEqual(['hide', 'hide']);
  });

  test('released to the public has a pack for no more people than before', () => {
    const released = about({ releasedAt: AT });
    expect(of(nobody, released)).toBe('hide');
    expect(of(someone({ expert: true }), released)).toBe('hide');
    expect(of(auditor, released)).toBe('hide');
    expect(of(owner, released)).toBe('allow');
  });
});
