import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raterRoles } from '../rating';
import type { RatingSummary } from '../rating-summary';
import { rangeOf, spreadInSentences } from './spread-in-words';

type Spread = RatingSummary['spread'];
const counts = fc
  .array(fc.nat({ max: 4 }), { minLength: 5, maxLength: 5 })
  .filter((some) => some.some(Boolean));
const spreads = fc
  .subarray([...raterRoles], { minLength: 1 })
  .chain((roles) => fc.tuple(...roles.map((role) => fc.record({ role: fc.constant(role), counts }))));

describe('the range of one side', () => {
  test.each([
    [[1, 0, 0, 0, 0], 1, 1],
    [[0, 0, 0, 0, 9], 5, 5],
    [[0, 2, 0, 1, 0], 2, 4],
    [[1, 0, 0, 0, 1], 1, 5],
    [[0, 0, 0, 0, 0], 0, 0],
    [[], 0, 0],
  ])('of %j is %i to %i', (given, lowest, highest) => {
    expect(rangeOf(given)).toEqual([lowest, highest]);
  });

  test('holds every value that was given, and both its ends were', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const [lowest, highest] = rangeOf(given);
        expect(given[lowest - 1]).toBeGreaterThan(0);
        expect(given[highest - 1]).toBeGreaterThan(0);
        given.forEach((count, index) => {
          if (count > 0) expect(index + 1 >= lowest && index + 1 <= highest).toBe(true);
        });
      }),
    );
  });
});

describe('who agrees with whom', () => {
  test.each<[string, Spread, string]>([
    [
      'one value',
      [{ role: 'policy', counts: [0, 0, 3, 0, 0] }],
      'All who rated it agree to within one point.',
    ],
    [
      'sides a point apart',
      [
        { role: 'policy', counts: [0, 0, 2, 0, 0] },
        { role: 'academic', counts: [0, 0, 0, 1, 0] },
      ],
      'All who rated it agree to within one point.',
    ],
    ['one side alone', [{ role: 'policy', counts: [1, 0, 0, 0, 2] }], 'Policy raters give 1 to 5.'],
    [
      'two sides that overlap',
      [
        { role: 'policy', counts: [0, 1, 1, 0, 0] },
        { role: 'operational', counts: [0, 0, 1, 0, 1] },
      ],
      'Policy raters give 2 to 3 and operational raters give 3 to 5.',
    ],
    [
      'two sides that do not',
      [
        { role: 'policy', counts: [2, 0, 0, 0, 0] },
        { role: 'academic', counts: [0, 0, 0, 1, 1] },
      ],
      'Policy raters give 1 and academic raters give 4 to 5. The sides do not meet.',
    ],
    [
      'three sides, of which two do not meet',
      [
        { role: 'policy', counts: [0, 0, 0, 0, 2] },
        { role: 'operational', counts: [0, 1, 0, 0, 1] },
        { role: 'academic', counts: [0, 2, 1, 0, 0] },
      ],
      'Policy raters give 5, operational raters give 2 to 5 and academic raters give 2 to 3. The sides do not meet.',
    ],
  ])('%s', (_name, spread, words) => expect(spreadInSentences(spread)).toBe(words));

  test('whoever stands first says the same of whether they agree and meet', () => {
    const verdict = (spread: Spread) => {
      const words = spreadInSentences(spread);
      return [words.startsWith('All who rated'), words.endsWith('The sides do not meet.')];
    };
    fc.assert(
      fc.property(spreads, (spread) => {
        expect(verdict([...spread].reverse())).toEqual(verdict(spread));
      }),
    );
  });

  test('how many gave a value changes nothing, whether anybody did everything', () => {
    fc.assert(
      fc.property(spreads, (spread) => {
        const once = spread.map(({ role, counts: given }) => ({
          role,
          counts: given.map((count) => Math.min(count, 1)),
        }));
        expect(spreadInSentences(once)).toBe(spreadInSentences(spread));
      }),
    );
  });

  test('one side alone is never said not to meet another', () => {
    fc.assert(
      fc.property(counts, (given) => {
        expect(spreadInSentences([{ role: 'policy', counts: given }])).not.toContain('do not meet');
      }),
    );
  });
});
