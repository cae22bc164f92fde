import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor, InstallationRole } from '../actor';
import type { Verdict } from '../policy';
import { mayKeepGovernance, mayReadGovernance } from './governance-policy';

const UNREAD = 'Only verified members and the auditor read who governs what.';
const UNKEPT = 'Only a coordinator changes groups, responsibilities and capabilities.';
const ROLES: InstallationRole[] = ['coordinator', 'administrator', 'auditor', 'committeeReader'];

const said = (verdict: Verdict): string => (verdict.kind === 'deny' ? verdict.why : verdict.kind);

describe('who reads who governs what', () => {
  test.each<[string, Actor, string]>([
    ['a visitor', nobody, UNREAD],
    ['somebody unverified', someone({ verified: false }), UNREAD],
    ['somebody unverified in a team', someone({ verified: false, ...inTeam('t', 'author') }), UNREAD],
    ['a member before the second factor', someone({ secondFactorPassed: false }), UNREAD],
    ['a member', someone(), 'allow'],
    ['a member whose expertise is confirmed', someone({ expert: true }), 'allow'],
    ['an author', someone(inTeam('t', 'author')), 'allow'],
    ['the owner of a team', someone(inTeam('t', 'seniorResponsibleOwner')), 'allow'],
    ['an observer of a team', someone(inTeam('t', 'observer')), 'allow'],
    ['somebody of a firm', someone({ privateSector: true }), 'allow'],
    ['an evaluator', someone({ panels: [{ questionId: 'q', role: 'evaluator' }] }), 'allow'],
    ['somebody walled', someone({ walls: [{ questionId: 'q', bidId: null }] }), 'allow'],
    ['a coordinator', someone({ roles: ['coordinator'] }), 'allow'],
    ['an auditor', someone({ roles: ['auditor'] }), 'allow'],
    ['a committee reader', someone({ roles: ['committeeReader'] }), UNREAD],
    [
      'a coordinator before the second factor',
      someone({ roles: ['coordinator'], secondFactorPassed: false }),
      UNREAD,
    ],
    ['an unverified auditor', someone({ roles: ['auditor'], verified: false }), UNREAD],
    [
      'an auditor before the second factor',
      someone({ roles: ['auditor'], secondFactorPassed: false }),
      UNREAD,
    ],
    ['an auditor who reads for a committee', someone({ roles: ['auditor', 'committeeReader'] }), 'allow'],
    [
      'a coordinator who reads for a committee',
      someone({ roles: ['committeeReader', 'coordinator'] }),
      'allow',
    ],
  ])('%s', (_who, actor, verdict) => {
    expect(said(mayReadGovernance(actor))).toBe(verdict);
  });
});

describe('who keeps who governs what', () => {
  test.each<[string, Actor, string]>([
    ['a visitor', nobody, UNKEPT],
    ['somebody unverified', someone({ verified: false }), UNKEPT],
    ['a member', someone(), UNKEPT],
    ['a member whose expertise is confirmed', someone({ expert: true }), UNKEPT],
    ['the owner of a team', someone(inTeam('t', 'seniorResponsibleOwner')), UNKEPT],
    ['an author', someone(inTeam('t', 'author')), UNKEPT],
    ['a moderator', someone({ panels: [{ questionId: 'q', role: 'moderator' }] }), UNKEPT],
    ['an auditor', someone({ roles: ['auditor'] }), UNKEPT],
    ['an administrator', someone({ roles: ['administrator'] }), UNKEPT],
    ['a committee reader', someone({ roles: ['committeeReader'] }), UNKEPT],
    ['a coordinator', someone({ roles: ['coordinator'] }), 'allow'],
    [
      'a coordinator who is walled',
      someone({ roles: ['coordinator'], walls: [{ questionId: 'q', bidId: 'b' }] }),
      'allow',
    ],
    ['a coordinator of a firm', someone({ roles: ['coordinator'], privateSector: true }), 'allow'],
    ['an unverified coordinator', someone({ roles: ['coordinator'], verified: false }), UNKEPT],
    [
      'a coordinator before the second factor',
      someone({ roles: ['coordinator'], secondFactorPassed: false }),
      UNKEPT,
    ],
    ['one who audits and coordinates', someone({ roles: ['auditor', 'coordinator'] }), 'allow'],
  ])('%s', (_who, actor, verdict) => {
    expect(said(mayKeepGovernance(actor))).toBe(verdict);
  });
});

const anybody = fc
  .record({
    verified: fc.boolean(),
    secondFactorPassed: fc.boolean(),
    expert: fc.boolean(),
    demonstration: fc.boolean(),
    privateSector: fc.boolean(),
    roles: fc.subarray(ROLES),
  })
  .map((over) => someone(over));

test('whoever keeps it reads it', () => {
  fc.assert(
    fc.property(anybody, (actor) => {
      if (mayKeepGovernance(actor).kind === 'allow') expect(mayReadGovernance(actor).kind).toBe('allow');
    }),
  );
});

test('nobody reads it before being verified and giving the second factor', () => {
  fc.assert(
    fc.property(anybody, (actor) => {
      if (actor.verified && actor.secondFactorPassed) return;
      expect([mayReadGovernance(actor).kind, mayKeepGovernance(actor).kind]).toEqual(['deny', 'deny']);
    }),
  );
});

test('it is known to be there: nobody is told that it is not', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(nobody), anybody), (actor) => {
      expect(mayReadGovernance(actor).kind).not.toBe('hide');
      expect(mayKeepGovernance(actor).kind).not.toBe('hide');
    }),
  );
});

test('a place in a firm and who invented whom change nothing', () => {
  fc.assert(
    fc.property(anybody, fc.boolean(), fc.boolean(), (actor, demonstration, privateSector) => {
      const other = { ...actor, demonstration, privateSector };
      expect(mayReadGovernance(other)).toEqual(mayReadGovernance(actor));
      expect(mayKeepGovernance(other)).toEqual(mayKeepGovernance(actor));
    }),
  );
});

test('expertise and a team let a committee reader read, and nobody keep', () => {
  for (const place of [{ expert: true }, inTeam('t', 'observer')]) {
    const reader = someone({ roles: ['committeeReader'], ...place });
    expect(said(mayReadGovernance(reader))).toBe('allow');
    expect(said(mayKeepGovernance(reader))).toBe(UNKEPT);
  }
});
