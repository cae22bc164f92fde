import type { GivenValue } from '~/domain/ratings/model/rater-model';

export interface Scenario {
  items: number;
  raters: number;
  perItem: number;
  /** The share of raters who do not look: any value, or only the ends of the scale. */
  careless: number;
  how: 'anything' | 'extremes';
  seed: number;
}

/** Mulberry32: the same numbers for the same seed on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Things of known worth, rated on the scale of 1 to 5 by people with leanings, some of whom do not look. */
export function simulatedRatings({ items, raters, perItem, careless, how, seed }: Scenario) {
  const random = randomNumbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const people = Array.from({ length: raters }, (_, index) => ({
    name: `rater ${String(index).padStart(3, '0')}`,
    bias: 0.7 * normal(),
    spread: 0.3 + 0.7 * random(),
    looks: index >= raters * careless,
  }));
  const truth = Array.from({ length: items }, () => 3 + 0.9 * normal());
  const value = (worth: number, { bias, spread, looks }: (typeof people)[number]) => {
    if (looks) return Math.min(5, Math.max(1, Math.round(worth + bias + spread * normal())));
    return how === 'extremes' ? (random() < 0.5 ? 1 : 5) : 1 + Math.floor(5 * random());
  };
  const given = truth.flatMap((worth, index): GivenValue[] =>
    people
      .map((person) => ({ person, turn: random() }))
      .sort((a, b) => a.turn - b.turn)
      .slice(0, perItem)
      .map(({ person }) => ({
        item: `item ${String(index).padStart(4, '0')}`,
        rater: person.name,
        value: value(worth, person),
      })),
  );
  return { truth, given, careless: people.filter(({ looks }) => !looks).map(({ name }) => name) };
}

/**
 * Kendall's τ-b, the agreement of two rankings with ties: `(C − D) ÷ √((n₀ − n₁)(n₀ − n₂))`.
 * Source: M. G. Kendall (1945) The treatment of ties in ranking problems, Biometrika 33:239–251.
 */
export function kendallTau(one: readonly number[], other: readonly number[]): number {
  let [agree, tiedInOne, tiedInOther, pairs] = [0, 0, 0, 0];
  for (let i = 0; i < one.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const first = Math.sign((one[i] ?? 0) - (one[j] ?? 0));
      const second = Math.sign((other[i] ?? 0) - (other[j] ?? 0));
      agree += first * second;
      tiedInOne += first === 0 ? 1 : 0;
      tiedInOther += second === 0 ? 1 : 0;
      pairs += 1;
    }
  return agree / Math.sqrt((pairs - tiedInOne) * (pairs - tiedInOther));
}
