import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor, Person } from '../../actor';
import { mayDecideMerge, mayMergePeople, type ProposedMerge } from './merge-policy';

const merge: ProposedMerge = { keptId: 'kept', mergedId: 'merged', proposedById: 'proposer' };
const coordinator = (id: string, over: Partial<Person> = {}) =>
  someone({ id, roles: ['coordinator'], ...over });

const CAST: [string, Actor, boolean][] = [
  ['a visitor', nobody, false],
  ['a member', someone(), false],
  ['an expert', someone({ expert: true }), false],
  ['an author of a team', someone(inTeam('team', 'author', 'seniorResponsibleOwner')), false],
  ['an auditor', someone({ roles: ['auditor'] }), false],
  ['a committee reader', someone({ roles: ['committeeReader'] }), false],
  ['an administrator', someone({ roles: ['administrator'] }), true],
  ['a coordinator', coordinator('other'), true],
  ['a coordinator before the second factor', coordinator('other', { secondFactorPassed: false }), false],
  ['a coordinator who is not verified', coordinator('other', { verified: false }), false],
];

describe('who says that two accounts are one person', () => {
  test.each(CAST)('%s: %s', (_who, actor, may) => {
    expect(mayMergePeople(actor).kind).toBe(may ? 'allow' : 'deny');
  });

  test.each(CAST)('and decides what somebody else proposed, %s: %s', (_who, actor, may) => {
    expect(mayDecideMerge(actor, merge).kind).toBe(may ? 'allow' : 'deny');
  });
});

describe('two look at it', () => {
  test.each([
    [
      'whoever proposed it',
      'proposer',
      'Another coordinator or an administrator has to decide what you proposed.',
    ],
    ['the one whose account is kept', 'kept', 'Somebody else has to decide about your own accounts.'],
    ['the one whose account goes', 'merged', 'Somebody else has to decide about your own accounts.'],
  ])('%s does not decide', (_who, id, why) => {
    expect(mayDecideMerge(coordinator(id), merge)).toEqual({ kind: 'deny', why });
  });

  test('whoever proposed their own merge is told that it is their own', () => {
    const own = { ...merge, proposedById: 'kept' };
    expect(mayDecideMerge(coordinator('kept'), own)).toMatchObject({
      why: 'Somebody else has to decide about your own accounts.',
    });
  });

  test('being administrator too opens no way round', () => {
    const both = someone({ id: 'proposer', roles: ['coordinator', 'administrator'] });
    expect(mayDecideMerge(both, merge).kind).toBe('deny');
  });

  test('who may not merge at all hears that, and not who proposed it', () => {
    expect(mayDecideMerge(someone({ id: 'proposer' }), merge)).toEqual(mayMergePeople(someone()));
    expect(mayDecideMerge(nobody, merge)).toEqual(mayMergePeople(nobody));
  });
});
