/** One value that counts: who gave it to what. */
export interface GivenValue {
  item: string;
  rater: string;
  value: number;
}

export interface ItemEstimate {
  item: string;
  ratings: number;
  estimate: number;
  /** The bounds within which it lies with a probability of nine in ten. */
  lower: number;
  upper: number;
}

export interface RaterEstimate {
  rater: string;
  ratings: number;
  /** How far above the others this person rates the same thing. */
  bias: number;
  /** How much one of their ratings counts beside that of the typical rater, who has 1. */
  weight: number;
}

export interface RaterModel {
  mean: number;
  itemVariance: number;
  biasVariance: number;
  noiseVariance: number;
  iterations: number;
  converged: boolean;
  items: ItemEstimate[];
  raters: RaterEstimate[];
}

export const MODEL_VERSION = 1;
export const MOST_ITERATIONS = 500;
/** Below this there is too little to tell people from things: the mean drawn towards the grand mean stands alone. */
export const FEWEST_VALUES = 30;
export const FEWEST_RATERS = 5;
const FEWEST_PER_RATER = 2;
const TOLERANCE = 1e-6;
/** Of the gamma prior of a rater's precision: so many half-ratings the typical rater counts for. */
const PRECISION_SHAPE = 2;
/** Of the inverse-gamma priors of the variances: so many observations, and what variance they show. */
const PRIOR = { observations: 4, item: 0.6, bias: 0.25, noise: 0.6 };
/** Standard deviations to either side. The normal 1.645 held eight in ten: the scale is rounded and has ends. */
const NINE_IN_TEN = 2.1;
/** The variance that rounding to whole values has, however careful somebody is. */
const ROUNDING = 1 / 12;
const [LOWEST, HIGHEST] = [1, 5];

interface Estimate {
  at: number;
  variance: number;
}

interface Fit {
  mean: number;
  itemVariance: number;
  biasVariance: number;
  noiseVariance: number;
  items: Estimate[];
  biases: Estimate[];
  precisions: number[];
}

interface Cell {
  item: number;
  rater: number;
  value: number;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const within = (value: number): number => Math.min(HIGHEST, Math.max(LOWEST, value));

/** Whether there is enough to tell how people rate from what they rate: values, raters, and raters who meet. */
export function isEnoughToFit(given: readonly GivenValue[]): boolean {
  const perRater = new Map<string, number>();
  for (const { rater } of given) perRater.set(rater, (perRater.get(rater) ?? 0) + 1);
  const known = [...perRater.values()].filter((count) => count >= FEWEST_PER_RATER).length;
  const items = new Set(given.map(({ item }) => item)).size;
  return given.length >= FEWEST_VALUES && known >= FEWEST_RATERS && given.length > items;
}

function grouped(cells: readonly Cell[], by: 'item' | 'rater', count: number): Cell[][] {
  const groups: Cell[][] = Array.from({ length: count }, () => []);
  for (const cell of cells) groups[cell[by]]?.push(cell);
  return groups;
}

const none: Estimate = { at: 0, variance: 0 };
const at = (list: readonly Estimate[], index: number): Estimate => list[index] ?? none;

/** The mean and variance of an effect, given the others: least squares weighted by precision, with its prior. */
function effect(
  cells: readonly Cell[],
  prior: number,
  weigh: (cell: Cell) => number,
  rest: (cell: Cell) => number,
) {
  const precision = 1 / prior + sumOf(cells.map(weigh));
  const at = sumOf(cells.map((cell) => weigh(cell) * (cell.value - rest(cell)))) / precision;
  return { at, variance: 1 / precision };
}

const variance = (estimates: readonly Estimate[], prior: number): number =>
  (PRIOR.observations * prior + sumOf(estimates.map(({ at, variance }) => at ** 2 + variance))) /
  (PRIOR.observations + estimates.length);

/** One round: every part is set to what the others expect of it. */
function improved(fit: Fit, cells: readonly Cell[], byItem: Cell[][], byRater: Cell[][]): Fit {
  const weigh = ({ rater }: Cell) => fit.precisions[rater] ?? 0;
  const items = byItem.map((own) =>
    effect(own, fit.itemVariance, weigh, ({ rater }) => fit.mean + at(fit.biases, rater).at),
  );
  const biases = byRater.map((own) =>
    effect(own, fit.biasVariance, weigh, ({ item }) => fit.mean + at(items, item).at),
  );
  const left = ({ item, rater, value }: Cell) => value - at(items, item).at - at(biases, rater).at;
  const mean = sumOf(cells.map((cell) => weigh(cell) * left(cell))) / sumOf(cells.map(weigh));
  const square = (cell: Cell) =>
    ROUNDING + (left(cell) - mean) ** 2 + at(items, cell.item).variance + at(biases, cell.rater).variance;
  const precisions = byRater.map(
    (own) =>
      (PRECISION_SHAPE + own.length / 2) / (PRECISION_SHAPE * fit.noiseVariance + sumOf(own.map(square)) / 2),
  );
  const shape = PRIOR.observations + precisions.length;
  const noiseVariance = shape / (PRIOR.observations / PRIOR.noise + sumOf(precisions));
  return {
    ...{ mean, items, biases, precisions, noiseVariance },
    itemVariance: variance(items, PRIOR.item),
    biasVariance: variance(biases, PRIOR.bias),
  };
}

function start(cells: readonly Cell[], items: number, raters: number): Fit {
  return {
    mean: sumOf(cells.map(({ value }) => value)) / cells.length,
    ...{ itemVariance: PRIOR.item, biasVariance: PRIOR.bias, noiseVariance: PRIOR.noise },
    items: Array.from({ length: items }, () => none),
    biases: Array.from({ length: raters }, () => none),
    precisions: Array.from({ length: raters }, () => 1 / PRIOR.noise),
  };
}

/** The variance of a thing's effect, with what is not known of its raters' biases: `Σ (τ ÷ Σ τ)² var(b)` more. */
function spread(fit: Fit, index: number, cells: readonly Cell[]): number {
  const { variance } = at(fit.items, index);
  const share = ({ rater }: Cell) => (fit.precisions[rater] ?? 0) * variance;
  return variance + sumOf(cells.map((cell) => share(cell) ** 2 * at(fit.biases, cell.rater).variance));
}

const change = (one: Fit, other: Fit): number =>
  Math.max(
    Math.abs(one.mean - other.mean),
    ...one.items.map(({ at: value }, index) => Math.abs(value - at(other.items, index).at)),
  );

/**
 * What things are worth, allowing for who rated them. A rating is `r = μ + θ(thing) + b(rater) + e`, with
 * `θ ~ N(0, σ²θ)`, `b ~ N(0, σ²b)` and `e ~ N(0, 1/τ(rater))`, `τ ~ Gamma(a, a·σ²)`: some rate higher than others,
 * and some more carelessly. Fitted by mean-field variational EM, in turn, until nothing moves:
 * `θ = Σ τ(r − μ − b) ÷ (1/σ²θ + Σ τ)`, `b` likewise over a rater's ratings, `τ = (a + n/2) ÷ (a·σ² + ½ Σ (E[e²] + 1/12))`,
 * and each variance the mean of its effects' expected squares, with four observations of a prior. The interval is
 * `μ + θ ± 2.1·sd`, where the variance of θ has that of its raters' biases added; it takes precisions as known. Always the same for the same values in any
 * order. Null where `isEnoughToFit` says no.
 * Sources: C. R. Henderson (1975) Best linear unbiased estimation and prediction under a selection model,
 * Biometrics 31:423–447, for the effects; C. M. Bishop (2006) Pattern Recognition and Machine Learning, ch. 10, for
 * the precisions; the like model of graders in C. Piech et al. (2013) Tuned models of peer assessment in MOOCs (PG1).
 */
export function fitRaterModel(given: readonly GivenValue[]): RaterModel | null {
  if (!isEnoughToFit(given)) return null;
  const itemIds = [...new Set(given.map(({ item }) => item))].sort();
  const raterIds = [...new Set(given.map(({ rater }) => rater))].sort();
  const itemAt = new Map(itemIds.map((id, index) => [id, index]));
  const raterAt = new Map(raterIds.map((id, index) => [id, index]));
  const cells = given
    .map(({ item, rater, value }) => ({ item: itemAt.get(item) ?? 0, rater: raterAt.get(rater) ?? 0, value }))
    .sort((a, b) => a.item - b.item || a.rater - b.rater || a.value - b.value);
  const byItem = grouped(cells, 'item', itemIds.length);
  const byRater = grouped(cells, 'rater', raterIds.length);
  let fit = start(cells, itemIds.length, raterIds.length);
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < MOST_ITERATIONS) {
    const next = improved(fit, cells, byItem, byRater);
    converged = change(fit, next) < TOLERANCE;
    fit = next;
    iterations += 1;
  }
  const { mean, itemVariance, biasVariance, noiseVariance } = fit;
  return {
    ...{ mean, itemVariance, biasVariance, noiseVariance, iterations, converged },
    items: itemIds.map((item, index) => {
      const effect = at(fit.items, index).at;
      const half = NINE_IN_TEN * Math.sqrt(spread(fit, index, byItem[index] ?? []));
      const [lower, upper] = [within(mean + effect - half), within(mean + effect + half)];
      return { item, ratings: byItem[index]?.length ?? 0, estimate: within(mean + effect), lower, upper };
    }),
    raters: raterIds.map((rater, index) => ({
      ...{ rater, ratings: byRater[index]?.length ?? 0, bias: at(fit.biases, index).at },
      weight: (fit.precisions[index] ?? 0) * noiseVariance,
    })),
  };
}
