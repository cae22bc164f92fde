import { describe, expect, test } from 'vitest';
import { agreementOf, leansOf, spreadOf, type Unit } from './spread';

const unit = (...values: (number | null)[]): Unit => ({
  scores: values.flatMap((value, i) => (value === null ? [] : [{ personId: `p${i + 1}`, value }])),
});

describe('the spread of scores on one criterion of one bid', () => {
  test.each([
    [unit(), 0, null, []],
    [unit(3), 0, 3, []],
    // Of two who differ neither is the outlier.
    [unit(1, 5), 4, 3, []],
    [unit(4, 4, 1), 3, 3, [['p3', -3]]],
    [unit(2, 3, 4), 2, 3, []],
    [unit(0, 5, 4, 5), 5, 3.5, [['p1', -5]]],
    [
      unit(1, 1, 5, 5),
      4,
      3,
      [
        ['p1', -4],
        ['p2', -4],
        ['p3', 4],
        ['p4', 4],
      ],
    ],
  ])('%j', (given, range, mean, outliers) => {
    const found = spreadOf(given);
    expect([found.range, found.mean]).toEqual([range, mean]);
    expect(found.outliers.map(({ personId, from }) => [personId, from])).toEqual(outliers);
  });

  test('the deviation is that of all scores given', () => {
    expect(spreadOf(unit(2, 4, 4, 4)).deviation).toBeCloseTo(Math.sqrt(0.75), 9);
  });
});

describe('the agreement of a panel', () => {
  test('is not told from fewer than three comparisons', () => {
    expect(agreementOf([unit(1, 2), unit(3, 3), unit(4)])).toEqual({
      compared: 2,
      alpha: null,
      reliability: null,
    });
  });

  test('counts what two or more scored, and reliability only what all did', () => {
    const found = agreementOf([unit(1, 1, 2), unit(3, 3, 3), unit(5, 4, null), unit(4, 4, 5), unit(2)]);
    expect(found.compared).toBe(4);
    expect(found.alpha).toBeGreaterThan(0.8);
    expect(found.reliability).toMatchObject({ units: 3, judges: 3 });
  });

  test('is unknown, not perfect, where every score is the same', () => {
    expect(agreementOf([unit(3, 3), unit(3, 3), unit(3, 3)]).alpha).toBeNull();
  });
});

describe('who scores higher', () => {
  test('is told from three comparisons on', () => {
    const found = leansOf([unit(4, 2), unit(5, 3), unit(3, 2, 3)]);
    expect(found).toEqual([
      { personId: 'p1', units: 3, higher: expect.closeTo(1.5, 9) as number },
      { personId: 'p2', units: 3, higher: expect.closeTo(-5 / 3, 9) as number },
      { personId: 'p3', units: 1, higher: null },
    ]);
  });
});
