import { describe, expect, test } from 'vitest';
import { fraction } from '../scoring/fraction';
import type { AssessedBid } from '../scoring/award/formulas';
import { rankBids } from '../scoring/ranking';
import { refusedChoice, type RecommendedOutcome } from './recommendation';

const bid = (id: string, price: number, score: number, minimum: number | null = null): AssessedBid => ({
  id,
  price,
  criteria: [{ weight: 100, minimum, score: fraction(score) }],
});

const ranked = (bids: AssessedBid[]) => ({
  ranking: rankBids(bids, {
    priceScored: true,
    weights: { quality: 70, price: 30 },
    formula: 'weighted',
    threshold: null,
    tieBreak: ['quality'],
    budget: null,
  }),
  amounts: new Map(bids.map(({ id, price }) => [id, price ?? 0])),
});

const three = ranked([bid('best', 100, 5), bid('next', 100, 4), bid('poor', 100, 1, 2)]);
const level = ranked([bid('a', 100, 4), bid('b', 100, 4)]);
const question = { awardsAvailable: 1, budgetMaximum: 150 as number | null };

const name = (
  from: typeof three,
  bidIds: string[],
  over: { outcome?: RecommendedOutcome; tieReason?: string; question?: typeof question } = {},
) =>
  refusedChoice(over.question ?? question, from, {
    outcome: over.outcome ?? 'awarded',
    bidIds,
    tieReason: over.tieReason ?? '',
  })?.name ?? 'fine';

const two = { awardsAvailable: 2, budgetMaximum: null };

describe('a recommendation', () => {
  test.each([
    [['best'], 'fine'],
    [[], 'NobodyIsChosen'],
    [['next'], 'BetterBidIsPassedOver'],
    [['poor'], 'BidIsBelowMinimum'],
    [['best', 'next'], 'AwardsAreAllGiven'],
  ])('of one award to %j is %s', (chosen, expected) => {
    expect(name(three, chosen)).toBe(expected);
  });

  test('follows the ranking where several awards are given, within the budget', () => {
    expect(name(three, ['best', 'next'], { question: two })).toBe('fine');
    expect(name(three, ['best', 'next'], { question: { ...two, budgetMaximum: 199 } })).toBe(
      'BudgetIsExceeded',
    );
    expect(name(three, ['best', 'next'], { question: { ...two, budgetMaximum: 200 } })).toBe('fine');
  });

  test('between bids exactly level needs a reason, unless both are chosen', () => {
    expect(name(level, ['b'])).toBe('TieHasNoReason');
    expect(name(level, ['b'], { tieReason: 'Its partners are nearer to the ports.' })).toBe('fine');
    expect(name(level, ['a', 'b'], { question: two })).toBe('fine');
  });

  test.each<RecommendedOutcome>(['noneSuitable', 'cancelled'])('to end as %s names no bid', (outcome) => {
    expect(name(three, [], { outcome })).toBe('fine');
    expect(name(three, ['best'], { outcome })).toBe('NothingToAward');
  });
});
