import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import { NO_STAGE } from '../../../../tests/support/factories/question-stages';
import type { Actor } from '../../actor';
import type { QuestionForPolicy } from '../question-policy';
import { mayKeepFunders, maySeeFunders } from './funding-policy';
import { coverageOf, leavesOpen, percentOf, standingOf, type Pledge } from './pledge';

const pledge = (over: Partial<Pledge> = {}): Pledge => ({
  amount: 100,
  certainty: 'firm',
  ringFenced: false,
  secureFrom: null,
  secureUntil: null,
  changes: [],
  ...over,
});

describe('money of a question', () => {
  test.each<[string, string[], string]>([
    ['firm', [], 'firm'],
    ['conditional', [], 'conditional'],
    ['conditional', ['firm'], 'firm'],
    ['conditional', ['fallenAway'], 'fallenAway'],
    ['conditional', ['firm', 'fallenAway'], 'fallenAway'],
    ['firm', ['fallenAway'], 'fallenAway'],
  ])('%s, then %j, stands as %s', (certainty, changes, standing) => {
    expect(standingOf({ certainty, changes: changes.map((one) => ({ certainty: one })) })).toBe(standing);
  });

  test('three funders, one on a condition: each counted once, by what it is now', () => {
    const named = [
      pledge({ amount: 50_000, ringFenced: true }),
      pledge({ amount: 30_000, secureFrom: 2027, secureUntil: 2028 }),
      pledge({ amount: 20_000, certainty: 'conditional', ringFenced: true }),
      pledge({
        amount: 99_000,
        ringFenced: true,
        secureFrom: 2027,
        secureUntil: 2030,
        changes: [{ certainty: 'fallenAway' }],
      }),
    ];
    expect(coverageOf(named, 120_000)).toEqual({
      firm: 80_000,
      conditional: 20_000,
      fallenAway: 99_000,
      ringFenced: 70_000,
      secure: 30_000,
      open: 40_000,
    });
    expect(coverageOf(named, 60_000).open).toBe(0);
    expect(coverageOf(named, null).open).toBeNull();
  });

  test('one year is not several', () => {
    expect(coverageOf([pledge({ secureFrom: 2027, secureUntil: 2027 })], null).secure).toBe(0);
    expect(coverageOf([pledge({ secureFrom: 2027, secureUntil: 2028 })], null).secure).toBe(100);
  });

  test('a share says 100 only of all and 0 only of nothing', () => {
    expect([percentOf(999, 1000), percentOf(1, 1000), percentOf(1000, 1000), percentOf(0, 9)]).toEqual([
      99, 1, 100, 0,
    ]);
    expect(percentOf(0, 0)).toBeNull();
  });

  test('a question that names nobody is asked nothing', () => {
    expect(leavesOpen([], 100)).toBe(false);
    expect(leavesOpen([pledge({ amount: 99 })], 100)).toBe(true);
    expect(leavesOpen([pledge({ amount: 100 })], 100)).toBe(false);
    expect(leavesOpen([pledge({ changes: [{ certainty: 'fallenAway' }] })], 100)).toBe(true);
    expect(leavesOpen([pledge({ amount: 1 })], null)).toBe(false);
  });
});

describe('who may know', () => {
  const question: QuestionForPolicy = {
    ...NO_STAGE,
    publishedAt: new Date('2026-11-01'),
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
  };
  const onPanel = { panels: [{ questionId: 'question', role: 'evaluator' as const }] };
  const wall = { walls: [{ questionId: 'question', bidId: null }] };
  const verdicts = (actor: Actor, of = question) => [
    maySeeFunders(actor, of).kind,
    mayKeepFunders(actor, of).kind,
  ];

  test.each<[string, Actor, string, string]>([
    ['an author', someone(inTeam('team', 'author')), 'allow', 'allow'],
    ['the owner', someone({ id: 'owner' }), 'allow', 'allow'],
    ['the budget holder', someone({ id: 'holder' }), 'allow', 'allow'],
    ['the budget holder, who scores too', someone({ id: 'holder', ...onPanel }), 'allow', 'allow'],
    ['an observer', someone(inTeam('team', 'observer')), 'allow', 'deny'],
    ['an evaluator of the team', someone({ ...inTeam('team', 'evaluator'), ...onPanel }), 'hide', 'hide'],
    ['an author with a conflict', someone({ ...inTeam('team', 'author'), ...wall }), 'hide', 'hide'],
    ['a coordinator', someone({ roles: ['coordinator'] }), 'allow', 'deny'],
    ['an auditor before the decision', someone({ roles: ['auditor'] }), 'hide', 'hide'],
    ['an auditor who may bid', someone({ roles: ['auditor'], expert: true }), 'hide', 'hide'],
    ['another team', someone(inTeam('another', 'author', 'budgetHolder')), 'hide', 'hide'],
    ['an expert', someone({ expert: true }), 'hide', 'hide'],
    ['nobody in particular', nobody, 'hide', 'hide'],
  ])('%s', (_, actor, see, keep) => {
    expect(verdicts(actor)).toEqual([see, keep]);
  });

  test('a released question tells the public nothing of its money, and a finished one is not changed', () => {
    expect(verdicts(nobody, { ...question, releasedAt: new Date('2026-11-02') })).toEqual(['hide', 'hide']);
    const answered = { ...question, answeredAt: new Date('2026-11-03') };
    expect(verdicts(someone({ id: 'owner' }), answered)).toEqual(['allow', 'deny']);
    expect(verdicts(someone({ roles: ['auditor'] }), answered)).toEqual(['allow', 'deny']);
  });
});
