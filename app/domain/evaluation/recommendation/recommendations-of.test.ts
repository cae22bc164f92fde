import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import { AT, pureCompetition } from '../../../../tests/support/factories/pure-competition';
import type { Actor } from '../../actor';
import { NO_LEVELS } from '../../approvals/approval';
import type { LotBidder } from '../lots/allotting';
import { decisionDigest } from './decision-approvals.server';
import { decisionTurn } from './decision-turn';
import { OUTCOME_NAMES, refusedChoice, type Choice } from './recommendation';
import { withoutBids, type RecommendationMade } from './recommendations-of.server';

const made = (over: Partial<RecommendationMade> = {}): RecommendationMade => ({
  id: 'r',
  outcome: 'awarded',
  text: 'North is the best of all.',
  tieReason: 'Nearer than South.',
  unawarded: [{ lot: 2, reason: 'Only East bid.' }],
  bids: ['NORTH', 'SOUTH'],
  madeById: 'mo',
  madeBy: 'Mo',
  madeAt: AT,
  approvedAt: null,
  approvedBy: null,
  returnedAt: null,
  returnedReason: null,
  ...over,
});

describe('recommendations as somebody sees them', () => {
  test('are whole for whoever stands behind no wall', () => {
    expect(withoutBids([made()], () => true, false)).toEqual([made()]);
    expect(withoutBids([], () => true, true)).toEqual([]);
  });

  test('name no bid that is hidden, and keep their order', () => {
    const [first, second] = withoutBids(
      [made({ bids: ['SOUTH', 'NORTH', 'SOUTH'] }), made({ bids: ['SOUTH'] })],
      (reference) => reference === 'NORTH',
      false,
    );
    expect([first?.bids, second?.bids]).toEqual([['NORTH'], []]);
    expect(first?.text).toBe('North is the best of all.');
  });

  test('keep back all words behind a wall, and tell that they do', () => {
    const words = 'It speaks of all bids, so it is not shown to you.';
    const returned = made({ returnedAt: AT, returnedReason: 'Look at South again.' });
    const [found] = withoutBids([returned], (reference) => reference !== 'SOUTH', true);
    expect(found).toMatchObject({ text: words, tieReason: '', unawarded: [], returnedReason: words });
    expect(JSON.stringify(found)).not.toMatch(/South|SOUTH|East|Nearer/);
    expect(withoutBids([made()], () => true, true)[0]?.returnedReason).toBeNull();
  });

  test('are not changed by being shown', () => {
    const one = made();
    withoutBids([one], () => false, true);
    expect(one).toEqual(made());
  });
});

describe('whose turn it is to decide', () => {
  const at = (actor: Actor, madeById = 'mo') => decisionTurn(actor, pureCompetition(), madeById, NO_LEVELS);
  const spoken = (actor: Actor, madeById?: string): string => {
    const verdict = at(actor, madeById).atOwner();
    return verdict.kind === 'deny' ? verdict.why : verdict.kind;
  };
  const ONLY = 'Only the senior responsible owner decides on a recommendation, and never the author.';
  const CONFLICTED = 'A confirmed conflict about one of the bids keeps you from settling them all.';
  const wall = (bidId: string | null) => ({ walls: [{ questionId: 'q', bidId }] });

  test.each<[string, Actor, string, boolean]>([
    ['a visitor', nobody, 'hide', false],
    ['a stranger', someone(), 'hide', false],
    ['the owner', someone({ id: 'owner' }), 'allow', true],
    ['the owner unverified', someone({ id: 'owner', verified: false }), 'hide', false],
    ['the owner behind the wall of a bid', someone({ id: 'owner', ...wall('b') }), CONFLICTED, true],
    ['the owner behind the wall of the competition', someone({ id: 'owner', ...wall(null) }), 'hide', false],
    ['who stands in', someone(inTeam('team', 'seniorResponsibleOwner')), 'allow', true],
    [
      'the author who holds the role in the team',
      someone({ id: 'author', ...inTeam('team', 'seniorResponsibleOwner') }),
      ONLY,
      true,
    ],
    ['the author', someone({ id: 'author' }), ONLY, true],
    ['the budget holder', someone({ id: 'holder' }), ONLY, true],
    ['an observer', someone(inTeam('team', 'observer')), ONLY, true],
    ['the moderator', someone({ id: 'mo', panels: [{ questionId: 'q', role: 'moderator' }] }), ONLY, true],
    ['a coordinator', someone({ roles: ['coordinator'] }), ONLY, true],
    ['an auditor before the decision', someone({ roles: ['auditor'] }), 'hide', false],
  ])('%s', (_, actor, words, knows) => {
    expect(spoken(actor)).toBe(words);
    expect(at(actor).knows).toBe(knows);
  });

  test('nobody decides on their own recommendation, and further levels are of neither maker', () => {
    expect(spoken(someone({ id: 'owner' }), 'owner')).toBe(
      'Nobody decides on a recommendation that they made.',
    );
    expect(at(someone()).madeBy).toEqual(['author', 'mo']);
  });
});

describe('what is approved', () => {
  const row = { reference: 'NORTH', bidder: 'North', amount: 5, quality: '80', price: null, total: '80' };
  const ranking = (over: object = {}) => ({
    ...{ parts: [], amounts: new Map<string, number>(), bidders: new Map<string, LotBidder>() },
    rows: [{ ...row, rank: 1, tie: 'none' as const, ...over }],
  });

  test('changes with the recommendation and with its ranking, and with nothing else', () => {
    const same = decisionDigest('r', ranking());
    expect(decisionDigest('r', { ...ranking(), amounts: new Map([['b', 1]]) })).toBe(same);
    const others = [
      decisionDigest('s', ranking()),
      decisionDigest('r', ranking({ rank: 2 })),
      decisionDigest('r', ranking({ amount: 6 })),
      decisionDigest('r', null),
    ];
    expect(new Set([same, ...others]).size).toBe(5);
    expect(decisionDigest('r', null)).toBe(decisionDigest('r', { ...ranking(), rows: [] }));
  });
});

describe('a choice without a place in the ranking', () => {
  const unranked = (why: 'threshold' | 'budget' | 'notShortlisted' | 'withdrew' | 'minimum') => ({
    ranking: { ranked: [], unranked: [{ id: 'b', quality: { n: 1n, d: 1n }, why }] },
    amounts: new Map<string, number>(),
  });
  const choice: Choice = { outcome: 'awarded', bidIds: ['b'], tieReason: '' };
  const question = { awardsAvailable: 1, budgetMaximum: null };

  test.each([
    ['minimum', 'A bid below a minimum score cannot be awarded'],
    ['threshold', 'A bid cannot be awarded that is below the quality needed'],
    ['budget', 'A bid cannot be awarded that is above the budget'],
    ['notShortlisted', 'A bid cannot be awarded that is not on the shortlist for interviews'],
    ['withdrew', 'A bid cannot be awarded that is withdrawn from the interviews'],
  ] as const)('for %s is told so beside the field', (why, words) => {
    expect(refusedChoice(question, unranked(why), choice)).toMatchObject({
      message: words,
      fields: { bids: words },
    });
  });

  test.each([
    [0, 'This question has 0 awards to give'],
    [1, undefined],
  ])('of one where %i are to be given', (awardsAvailable, words) => {
    const none = { ranking: { ranked: [], unranked: [] }, amounts: new Map<string, number>() };
    expect(refusedChoice({ ...question, awardsAvailable }, none, choice)?.message).toBe(words);
  });

  test('every outcome has its name', () => {
    expect(OUTCOME_NAMES).toEqual({
      awarded: 'Award',
      noneSuitable: 'No bid is suitable',
      cancelled: 'Cancel without an award',
    });
  });
});
