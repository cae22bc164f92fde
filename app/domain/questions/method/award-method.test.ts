import { describe, expect, test } from 'vitest';
import {
  AWARD_FORMULAS,
  FORMULA_NAMES,
  FORMULA_WORDS,
  isTieBreak,
  methodOf,
  needsThreshold,
  plural,
  showInterviews,
  showLowPrice,
  showReplies,
  showTieBreak,
  TIE_BREAKS,
  USUAL_METHOD,
  type AwardMethod,
} from './award-method';

const method = (over: Partial<AwardMethod>): AwardMethod => ({ ...USUAL_METHOD, ...over });

test('each formula has a name and words of its own, and says whether it needs a quality to reach', () => {
  expect(new Set(AWARD_FORMULAS.map((one) => FORMULA_NAMES[one])).size).toBe(AWARD_FORMULAS.length);
  expect(new Set(AWARD_FORMULAS.map((one) => FORMULA_WORDS[one])).size).toBe(AWARD_FORMULAS.length);
  expect(AWARD_FORMULAS.filter(needsThreshold)).toEqual(['lowestPrice', 'highestQuality']);
});

describe('the order between level bids', () => {
  test.each([
    [[], 'a reason that the moderator writes down'],
    [['quality'], 'higher quality, then a reason that the moderator writes down'],
    [['price', 'quality'], 'lower price, then higher quality, then a reason that the moderator writes down'],
    [['lot', 'price'], 'lower price, then a reason that the moderator writes down'],
  ])('%j', (order, words) => {
    expect(showTieBreak(order)).toBe(words);
  });

  test('knows its own ways alone', () => {
    expect(TIE_BREAKS.every(isTieBreak)).toBe(true);
    for (const other of ['', 'Quality', 'toString', 'quality '])
      expect([other, isTieBreak(other)]).toEqual([other, false]);
  });
});

describe('the rule about low prices', () => {
  test('is none without a number, and names those there are', () => {
    expect(showLowPrice(method({}))).toBeNull();
    const [far, covers, both] = [
      showLowPrice(method({ lowPricePercent: 40 })),
      showLowPrice(method({ lowCostPercent: 80 })),
      showLowPrice(method({ lowPricePercent: 40, lowCostPercent: 80 })),
    ];
    expect(far).toMatch(/^A price more than 40% below the mean of the other prices, is asked about\./);
    expect(covers).toMatch(
      /^A price covering less than 80% of its stated full economic cost, is asked about\./,
    );
    expect(both).toContain('below the mean of the other prices, or covering less than 80%');
    for (const words of [far, covers, both]) expect(words).toContain('nobody is excluded automatically');
  });
});

describe('the interviews', () => {
  test('are none without a mode or without places', () => {
    expect(showInterviews(method({}))).toBeNull();
    expect(showInterviews(method({ interviewMode: 'criteria' }))).toBeNull();
    expect(showInterviews(method({ interviewPlaces: 3, interviewPoints: 4 }))).toBeNull();
  });

  test.each([
    [{ interviewPlaces: 1 }, 'the best 1 bid by quality are invited; bids level with the last of them too.'],
    [
      { interviewPlaces: 3, interviewFrom: 60 },
      'the best 3 bids by quality of those that reach 60 out of 100 are invited',
    ],
    [{ interviewPlaces: 2 }, 'The interview is scored on criteria of its own.'],
    [
      { interviewMode: 'adjustment', interviewPlaces: 2, interviewPoints: 1 },
      'The panel may add or take up to 1 point of quality, with a reason.',
    ],
    [{ interviewMode: 'adjustment', interviewPlaces: 2, interviewPoints: 10 }, 'up to 10 points of quality'],
  ] as [Partial<AwardMethod>, string][])('%j', (over, words) => {
    expect(showInterviews(method({ interviewMode: 'criteria', ...over }))).toContain(words);
  });
});

describe('the right of reply', () => {
  test('is none without days, and counts days and words as one or many', () => {
    expect(showReplies(method({ replyWords: 300 }))).toBeNull();
    expect(showReplies(method({ replyWorkingDays: 1, replyWords: 50 }))).toContain(
      'has 1 working day to reply in 50 words',
    );
    expect(showReplies(method({ replyWorkingDays: 3, replyWords: 300 }))).toContain(
      '3 working days to reply in 300 words',
    );
  });

  test.each([
    [0, '0 points'],
    [1, '1 point'],
    [2, '2 points'],
  ])('%i is %s', (count, words) => {
    expect(plural(count, 'point')).toBe(words);
  });
});

test('the method of a row is its method alone', () => {
  const row = { ...method({ awardFormula: 'pricePerPoint' }), title: 'Secret', budgetMaximum: 12 };
  expect(methodOf(row)).toEqual(method({ awardFormula: 'pricePerPoint' }));
});
