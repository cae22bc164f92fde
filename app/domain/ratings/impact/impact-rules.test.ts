import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_OF, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { ratingFields, valueOf } from '../rating-form';
import { showValue, staleReason } from '../rating';
import { summarise, type CountableRating } from '../rating-summary';
import { ENOUGH } from '../shrinkage';
import { impactStateOf } from './impact';
import { mayReleaseImpact, maySeeImpact, mayWithdrawImpact, type ImpactStanding } from './impact-policy';

const ACTORS: Record<string, Actor> = {
  visitor: nobody,
  unverified: someone({ verified: false }),
  committee: someone({ roles: ['committeeReader'] }),
  member: someone(),
  recorder: someone({ id: 'recorder' }),
  'recorder who left for the audit': someone({ id: 'recorder', roles: ['auditor'] }),
  auditor: someone({ roles: ['auditor'] }),
  coordinator: someone({ roles: ['coordinator'] }),
};
const record = (over: Partial<ImpactStanding> = {}): ImpactStanding => ({
  recordedById: 'recorder',
  releasedAt: null,
  withdrawnAt: null,
  ...over,
});
const STATES = [
  record(),
  record({ releasedAt: AS_OF }),
  record({ withdrawnAt: AS_OF }),
  record({ releasedAt: AS_OF, withdrawnAt: AS_OF }),
];
const letters = (rule: typeof maySeeImpact, who: string) =>
  STATES.map((state) => ({ allow: 'a', deny: 'd', hide: '-' })[rule(ACTORS[who] ?? nobody, state).kind]).join(
    '',
  );

// Recorded, released, withdrawn, released and withdrawn.
describe('who may do what to an impact record', () => {
  test.each([
    ['visitor', '-a-a', '-d-d', '-d-d'],
    ['unverified', '-a-a', '-d-d', '-d-d'],
    ['committee', '-a-a', '-d-d', '-d-d'],
    ['member', 'aaaa', 'dddd', 'dddd'],
    ['recorder', 'aaaa', 'aadd', 'dddd'],
    ['auditor', 'aaaa', 'dddd', 'dddd'],
    ['coordinator', 'aaaa', 'aadd', 'aadd'],
  ])('a %s sees %s, withdraws %s, releases %s', (who, sees, withdraws, releases) => {
    expect(letters(maySeeImpact, who)).toBe(sees);
    expect(letters(mayWithdrawImpact, who)).toBe(withdraws);
    expect(letters(mayReleaseImpact, who)).toBe(releases);
  });

  test('a withdrawn record is withdrawn, whatever else it was', () => {
    expect(STATES.map(impactStateOf)).toEqual(['recorded', 'released', 'withdrawn', 'withdrawn']);
  });
});

describe('what is said of ratings', () => {
  const rating = fc.record({
    value: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    role: fc.constantFrom('policy', 'operational', 'academic'),
    interest: fc.boolean(),
    stale: fc.boolean(),
  }) as fc.Arbitrary<CountableRating>;
  const ratings = fc.array(rating, { maxLength: 30 });
  const mean = fc.double({ min: 1, max: 5, noNaN: true });

  test('there is never a mean of fewer than three, and never one without its spread', () => {
    fc.assert(
      fc.property(ratings, mean, (given, general) => {
        const summary = summarise(given, general);
        expect(summary.mean === null).toBe(summary.counted < ENOUGH);
        expect(summary.spread.length === 0).toBe(summary.mean === null);
        if (summary.mean !== null) {
          expect(summary.mean).toBeGreaterThanOrEqual(1);
          expect(summary.mean).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  test('the spread holds every counted rating once, and nothing that is not counted', () => {
    fc.assert(
      fc.property(ratings, mean, (given, general) => {
        const summary = summarise(given, general);
        const shown = summary.spread.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
        if (summary.mean !== null) expect(shown).toBe(summary.counted);
        const told = summary.counted + summary.cannotJudge + summary.withInterest + summary.stale;
        expect(told).toBe(given.length);
      }),
    );
  });

  test('an interest or an old rating never moves the mean', () => {
    fc.assert(
      fc.property(ratings, mean, fc.integer({ min: 1, max: 5 }), (given, general, value) => {
        const before = summarise(given, general).mean;
        for (const over of [
          { interest: true, stale: false },
          { interest: false, stale: true },
        ])
          expect(summarise([...given, { value, role: 'policy', ...over }], general).mean).toBe(before);
      }),
    );
  });

  test('a higher rating never lowers the mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 20 }),
        mean,
        (values, general) => {
          const of = (list: number[]) =>
            summarise(
              list.map((value) => ({ value, role: 'policy', interest: false, stale: false })),
              general,
            ).mean ?? 0;
          const [first = 1, ...rest] = values;
          expect(of([first + 1, ...rest])).toBeGreaterThan(of(values));
        },
      ),
    );
  });
});

describe('one rating', () => {
  test.each([
    [1, '1 Not relevant'],
    [5, '5 Changes a decision'],
    [null, 'Cannot judge'],
    [6, 'Cannot judge'],
  ])('%j is shown as “%s”', (value, words) => expect(showValue(value)).toBe(words));

  test('“cannot judge” is no number, and never a zero', () => {
    expect(valueOf('cannotJudge')).toBeNull();
    expect(valueOf('3')).toBe(3);
    for (const value of ['0', '6', '', 'NaN', '1.5'])
      expect(ratingFields.value.safeParse(value).success).toBe(false);
  });

  test('a box is ticked by “on” alone', () => {
    for (const [given, ticked] of [
      ['on', true],
      [true, true],
      [undefined, false],
      ['off', false],
      ['', false],
    ] as const)
      expect(ratingFields.interest.parse(given)).toBe(ticked);
  });

  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  test.each([
    ['of an earlier version', { ratedNumber: 1, currentNumber: 2 }, 'newVersion'],
    ['of the current version', {}, null],
    ['made before its set ended', { setEndsOn: day('2026-06-30') }, 'setReplaced'],
    ['made on the last day of its set', { setEndsOn: day('2026-03-01') }, 'setReplaced'],
    ['made after its set ended', { setEndsOn: day('2026-02-27') }, null],
    ['of a set that ends later', { setEndsOn: day('2027-01-01') }, null],
    ['of a set on its last day', { setEndsOn: day('2026-11-21') }, null],
  ] as const)('one %s asks to be reaffirmed: %j', (_name, over, reason) => {
    const stamps = {
      ratedNumber: 1,
      currentNumber: 1,
      changedAt: day('2026-03-01'),
      setEndsOn: null,
      ...over,
    };
    expect(staleReason(stamps, AS_OF)).toBe(reason);
  });
});
