import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { biasInWords, figuresReadBy, weightInWords, type FiguresRead } from './rater-figures';

describe('whose figures are read', () => {
  test.each<[string, Actor, FiguresRead]>([
    ['a visitor', nobody, null],
    ['a member of a team', someone(inTeam('team', 'author')), 'own'],
    ['an expert', someone({ expert: true }), 'own'],
    ['an expert who is not verified', someone({ expert: true, verified: false }), null],
    ['an auditor, who rates nothing', someone({ roles: ['auditor'] }), null],
    ['a committee reader', someone({ roles: ['committeeReader'] }), null],
    ['a coordinator', someone({ roles: ['coordinator'] }), 'everybody'],
    [
      'a coordinator before the second factor',
      someone({ roles: ['coordinator'], secondFactorPassed: false }),
      null,
    ],
  ])('%s', (_name, actor, read) => expect(figuresReadBy(actor)).toBe(read));
});

describe('a bias in words', () => {
  test.each([
    [0, 'Like the others'],
    [0.249, 'Like the others'],
    [-0.249, 'Like the others'],
    [0.25, '0.3 higher than the others'],
    [-0.25, '0.3 lower than the others'],
    [1.96, '2.0 higher than the others'],
    [-4, '4.0 lower than the others'],
  ])('%d is “%s”', (bias, words) => expect(biasInWords(bias)).toBe(words));

  test('is as far from the others on either side', () => {
    const biases = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(biases, (bias) => {
        expect(biasInWords(-bias)).toBe(
          biasInWords(bias).replace(/higher|lower/, (word) => (word === 'higher' ? 'lower' : 'higher')),
        );
      }),
    );
  });
});

test.each([
  [0, 'Less than half'],
  [0.499, 'Less than half'],
  [0.5, 'Somewhat less'],
  [0.799, 'Somewhat less'],
  [0.8, 'As much'],
  [1, 'As much'],
  [1.25, 'As much'],
  [1.251, 'More'],
  [40, 'More'],
])('a weight of %d counts “%s”', (weight, words) => expect(weightInWords(weight)).toBe(words));
