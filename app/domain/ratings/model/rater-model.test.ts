import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendallTau, simulatedRatings } from '../../../../tests/support/simulated/ratings';
import { fitRaterModel, isEnoughToFit, MOST_ITERATIONS, type GivenValue } from './rater-model';

const world = { items: 200, raters: 60, seed: 11 } as const;

function comparedWithMeans(scenario: Parameters<typeof simulatedRatings>[0]) {
  const simulated = simulatedRatings(scenario);
  const model = fitRaterModel(simulated.given);
  if (!model) throw new Error('there is enough to fit');
  const values = new Map<string, number[]>();
  for (const { item, value } of simulated.given) values.set(item, [...(values.get(item) ?? []), value]);
  const means = [...values.values()].map((list) => list.reduce((sum, value) => sum + value, 0) / list.length);
  const plain = kendallTau(means, simulated.truth);
  const modelled = kendallTau(
    model.items.map(({ estimate }) => estimate),
    simulated.truth,
  );
  return { ...simulated, model, plain, modelled };
}

test('200 things, 60 raters, three ratings each, a tenth careless: it ranks better than the mean', () => {
  const { plain, modelled, model, truth } = comparedWithMeans({
    ...world,
    ...{ perItem: 3, careless: 0.1, how: 'anything' },
  });
  expect(plain).toBeGreaterThan(0.5);
  expect(modelled).toBeGreaterThan(plain + 0.04);
  expect(model.converged).toBe(true);
  const covered = model.items.filter(({ lower, upper }, index) => {
    const worth = Math.min(5, Math.max(1, truth[index] ?? 0));
    return lower <= worth && worth <= upper;
  });
  expect(covered.length / truth.length).toBeGreaterThan(0.85);
});

test('five ratings each, a fifth at the ends of the scale: it finds who does not look', () => {
  const { plain, modelled, model, careless } = comparedWithMeans({
    ...world,
    ...{ perItem: 5, careless: 0.2, how: 'extremes' },
  });
  expect(modelled).toBeGreaterThan(plain + 0.12);
  const weights = model.raters.toSorted((a, b) => a.weight - b.weight);
  const lightest = weights.slice(0, careless.length).map(({ rater }) => rater);
  expect(lightest.filter((rater) => careless.includes(rater)).length).toBeGreaterThanOrEqual(10);
});

/** Ten things rated by six people without error; the last rates everything one higher. */
const generous: GivenValue[] = Array.from({ length: 10 }, (_, index) => index).flatMap((index) =>
  Array.from({ length: 6 }, (_, rater) => ({
    item: `item ${index}`,
    rater: `rater ${rater}`,
    value: 1 + (index % 4) + (rater === 5 ? 1 : 0),
  })),
);

test('somebody who rates higher than the others has a bias of about one, and keeps their weight', () => {
  const model = fitRaterModel(generous);
  const [highest] = model?.raters.toSorted((a, b) => b.bias - a.bias) ?? [];
  expect(highest?.rater).toBe('rater 5');
  expect((highest?.bias ?? 0) - (model?.raters[0]?.bias ?? 0)).toBeCloseTo(1, 0);
  expect(highest?.weight).toBeGreaterThan(0.8);
});

test.each<[string, GivenValue[]]>([
  ['nothing', []],
  ['few values', generous.slice(0, 29)],
  ['few raters', generous.filter(({ rater }) => rater < 'rater 4')],
  ['nobody who meets another', generous.map((one, index) => ({ ...one, item: `alone ${index}` }))],
  ['raters of one thing each', generous.map((one, index) => ({ ...one, rater: `once ${index}` }))],
])('%s: too little to learn from', (_name, given) => {
  expect(isEnoughToFit(given)).toBe(false);
  expect(fitRaterModel(given)).toBeNull();
});

const ratings = fc.array(
  fc.record({
    item: fc.integer({ min: 0, max: 14 }).map(String),
    rater: fc.integer({ min: 0, max: 6 }).map(String),
    value: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 40, maxLength: 90 },
);

test('whatever is given, in whatever order, it ends on the scale and says the same', () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const model = fitRaterModel(given);
      if (!model) return;
      expect(fitRaterModel([...given].reverse())).toEqual(model);
      expect(model.iterations).toBeLessThanOrEqual(MOST_ITERATIONS);
      for (const { lower, estimate, upper } of model.items) {
        expect(1 <= lower && lower <= estimate && estimate <= upper && upper <= 5).toBe(true);
      }
      for (const { weight } of model.raters) expect(weight).toBeGreaterThan(0);
    }),
    { numRuns: 30 },
  );
});

test('everybody always says the same: no fault, and no opinion of anybody', () => {
  const model = fitRaterModel(generous.map((one) => ({ ...one, value: 4 })));
  expect(model?.items.every(({ estimate }) => Math.abs(estimate - 4) < 0.01)).toBe(true);
  expect(Math.max(...(model?.raters.map(({ bias }) => Math.abs(bias)) ?? []))).toBeLessThan(0.01);
});

test.each([
  [[1, 2, 3], [1, 2, 3], 1],
  [[1, 2, 3], [3, 2, 1], -1],
  [[1, 1, 2], [1, 2, 3], 2 / Math.sqrt(6)],
])('Kendall’s τ-b of %j and %j', (one, other, expected) => {
  expect(kendallTau(one, other)).toBeCloseTo(expected, 10);
});
