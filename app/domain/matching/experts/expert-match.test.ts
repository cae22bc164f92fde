import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECAY } from './evidence';
import { type ExpertWorks, matchExperts } from './expert-match';
import { WorkIndex } from './work-index';

const TEXTS = [
  ['Counterfeit medicines sold online', 'Online pharmacies and their supply'],
  ['Counterfeit medicines at the border', 'Seizures of parcels'],
  ['County lines and debt bondage', 'Young people carry drugs'],
  ['Laundering through trade', 'Invoices that lie'],
  ['Counterfeit medicines at the border', 'Seizures of parcels'],
];
const QUESTION = ['Who supplies counterfeit medicines?', 'We seize parcels at the border.'];
const index = new WorkIndex(TEXTS);

const match = (experts: readonly ExpertWorks[], question = QUESTION, most = 10) =>
  matchExperts(index, experts, question, { most });
const scoreWith = (...works: number[]) => match([{ id: 'a', works }])[0]?.score ?? 0;
const someWorks = fc.array(fc.nat({ max: TEXTS.length - 1 }), { minLength: 1, maxLength: 12 });
const total = (parts: readonly { part: number }[]) => parts.reduce((sum, { part }) => sum + part, 0);

describe('evidence', () => {
  test('a further work never lowers a score', () => {
    fc.assert(
      fc.property(someWorks, fc.nat({ max: TEXTS.length - 1 }), (works, further) => {
        expect(scoreWith(...works, further)).toBeGreaterThanOrEqual(scoreWith(...works) - 1e-12);
      }),
    );
  });

  test('a second work as near as the first adds less than the first', () => {
    expect(scoreWith(1, 4)).toBeCloseTo(scoreWith(1) * (1 + DECAY), 10);
  });

  test('many works as near as one never reach three times its score', () => {
    expect(scoreWith(...Array<number>(40).fill(1))).toBeLessThan(scoreWith(1) * 3);
  });
});

describe('reasons', () => {
  test('works and terms each add up to the score', () => {
    fc.assert(
      fc.property(someWorks, (works) => {
        for (const found of match([{ id: 'a', works }])) {
          expect(total(found.works) + found.otherWorks).toBeCloseTo(found.score, 10);
          expect(total(found.terms)).toBeCloseTo(found.score, 10);
        }
      }),
    );
  });

  test('the three works that counted most come first, with what they share', () => {
    const [found] = match([{ id: 'a', works: [3, 2, 0, 1, 4] }]);
    expect(found?.works.map(({ work }) => work)).toEqual([1, 4, 0]);
    expect(found?.terms.map(({ term }) => term)).toEqual(
      expect.arrayContaining(['counterfeit', 'counterfeit medicin', 'parcel', 'border']),
    );
    expect(found?.terms.map(({ term }) => term)).not.toContain('launder');
  });
});

describe('order', () => {
  const experts = [
    { id: 'd', works: [2, 3] },
    { id: 'c', works: [1] },
    { id: 'b', works: [4] },
    { id: 'a', works: [0] },
    { id: 'none', works: [] },
  ];

  test('equal scores stand in the order of their ids, whatever order the experts are given in', () => {
    const asGiven = match(experts);
    expect(asGiven.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(asGiven[0]?.score).toBe(asGiven[1]?.score);
    fc.assert(
      fc.property(fc.shuffledSubarray(experts, { minLength: experts.length }), (shuffled) => {
        expect(match(shuffled)).toEqual(asGiven);
      }),
    );
  });

  test('only as many as are wanted are given, and they are the best', () => {
    expect(match([...experts].reverse(), QUESTION, 2).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  test('who has no works, or shares no term, is not given', () => {
    expect(match([{ id: 'none', works: [] }])).toEqual([]);
    expect(match([{ id: 'd', works: [2, 3] }])).toEqual([]);
  });

  test('a question without known words finds nobody', () => {
    expect(match(experts, ['xylophone zither'])).toEqual([]);
    expect(match(experts, ['', 'of the and'])).toEqual([]);
    expect(match(experts, [])).toEqual([]);
  });
});
