import { describe, expect, test } from 'vitest';
import { fraction } from '../fraction';
import type { AssessedBid, RankingRules } from './formulas';
import { sensitivityRows } from './sensitivity-words';

const rules = (over: Partial<RankingRules> = {}): RankingRules => ({
  ...{ priceScored: true, weights: { quality: 70, price: 30 }, formula: 'weighted' },
  ...{ threshold: null, tieBreak: ['quality'], budget: null },
  ...over,
});
const bid = (id: string, price: number, score: number): AssessedBid => ({
  ...{ id, price },
  criteria: [{ weight: 100, minimum: null, score: fraction(score) }],
});
const named = { criteria: ['Method'], bidder: (id: string) => `Bidder ${id}` };

describe('how firm the first places are, in words', () => {
  // Quality 80 and 60, price scores 50 and 100: level where 80 − 0.3 w = 60 + 0.4 w, at 28.57.
  const bids = [bid('good', 200, 4), bid('cheap', 100, 3)];
  const row = (over: Partial<RankingRules>, of = bids, places = 1) =>
    sensitivityRows(of, rules(over), places, named).find(({ weight }) => weight === 'Price, against quality');

  test('names who would come in for whom, and from which weight on', () => {
    const held = row({ weights: { quality: 80, price: 20 } });
    expect(held?.now).toBe('20');
    expect(held?.from).toBe('0');
    expect(Number(held?.to)).toBeGreaterThan(20);
    expect(Number(held?.to)).toBeLessThanOrEqual(28.58);
    expect(held?.words).toBe(`The first place stays the same for any weight between 0 and ${held?.to}.`);
    expect(held?.changes).toHaveLength(1);
    expect(held?.changes[0]).toContain('Bidder cheap would replace Bidder good.');
    expect(held?.changes[0]).toMatch(/^Above /);
  });

  test('the other side says below', () => {
    const held = row({ weights: { quality: 60, price: 40 } });
    expect(held?.to).toBe('100');
    expect(Number(held?.from)).toBeGreaterThanOrEqual(28.57);
    expect(held?.changes).toEqual([
      expect.stringMatching(/^Below .*Bidder good would replace Bidder cheap\.$/),
    ]);
  });

  test('a place that no weight can move is said to stay, with nothing to change it', () => {
    const firm = row({}, [bid('best', 100, 5), bid('worst', 200, 1)]);
    expect(firm).toMatchObject({ from: '0', to: '100', changes: [] });
    expect(firm?.words).toBe('The first place stays the same whatever this weight is.');
  });

  test('several awards are counted', () => {
    const three = [bid('a', 100, 5), bid('b', 110, 4), bid('c', 400, 1)];
    expect(row({}, three, 2)?.words).toBe('The first 2 places stay the same whatever this weight is.');
  });
});

describe('what has no weight to move has no row', () => {
  test('no price where it is not weighed, no criterion that stands alone, nothing without bids', () => {
    const bids = [bid('a', 100, 4), bid('b', 90, 3)];
    const weights = (over: Partial<RankingRules>) =>
      sensitivityRows(bids, rules(over), 1, named).map(({ weight }) => weight);
    expect(weights({ formula: 'lowestPrice', threshold: 10 })).toEqual([]);
    expect(weights({ priceScored: false, weights: { quality: 100, price: 0 } })).toEqual([]);
    expect(weights({})).toEqual(['Price, against quality']);
    expect(sensitivityRows([], rules(), 1, named)).toEqual([]);
  });
});
