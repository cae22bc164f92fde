import { fitRaterModel, type GivenValue } from '~/domain/ratings/model/rater-model';
import { MOST_VALUES } from '~/domain/ratings/model/fit-ratings.server';
import { kendallTau, simulatedRatings, type Scenario } from '../support/simulated/ratings';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const SIZE = { items: 200, raters: 60 };
/** What each way has to reach on average, in Kendall's τ-b with what things are worth. */
const SCENARIOS: { title: string; scenario: Omit<Scenario, 'seed'>; least: number }[] = [
  {
    title: '3 ratings each, 10 % careless',
    scenario: { ...SIZE, perItem: 3, careless: 0.1, how: 'anything' },
    least: 0.65,
  },
  {
    title: '5 ratings each, 20 % at the extremes',
    scenario: { ...SIZE, perItem: 5, careless: 0.2, how: 'extremes' },
    least: 0.7,
  },
];
const MOST_SECONDS = 60;

/** Ranks of simulated things by the mean and by the model; true when the model is worth its trouble. */
export function benchRatings(): boolean {
  const good = SCENARIOS.map(({ title, scenario, least }) => {
    const runs = SEEDS.map((seed) => ranked({ ...scenario, seed }));
    const mean = average(runs.map((run) => run.mean));
    const model = average(runs.map((run) => run.model));
    const [held, rounds] = [average(runs.map((run) => run.held)), average(runs.map((run) => run.rounds))];
    console.log(`${title}: mean ${show(mean)}, item, bias and precision ${show(model)}`);
    console.log(`  its interval holds the truth in ${show(held)}; ${rounds.toFixed(0)} rounds`);
    return [
      verdict(model >= least, `τ-b of the model ${show(model)} (≥ ${least})`),
      verdict(
        runs.every((run) => run.model > run.mean),
        `better than the mean in each of ${SEEDS.length} worlds`,
      ),
      verdict(held >= 0.85, `nine in ten hold: ${show(held)} (≥ 0.85)`),
    ].every(Boolean);
  });
  return [...good, mostValues()].every(Boolean);
}

function ranked(scenario: Scenario) {
  const { truth, given } = simulatedRatings(scenario);
  const fit = fitRaterModel(given);
  if (!fit) throw new Error('there is enough to fit');
  const model = fit.items.map(({ estimate }) => estimate);
  const held = fit.items.filter(({ lower, upper }, index) => {
    const worth = Math.min(5, Math.max(1, truth[index] ?? 0));
    return lower <= worth && worth <= upper;
  });
  return {
    mean: kendallTau(means(given), truth),
    model: kendallTau(model, truth),
    held: held.length / truth.length,
    rounds: fit.iterations,
  };
}

/** As many as a night takes at most. */
function mostValues(): boolean {
  const scenario = { raters: 400, perItem: 5, careless: 0.1, how: 'anything', seed: 1 } as const;
  const { given } = simulatedRatings({ ...scenario, items: MOST_VALUES / 5 });
  const started = performance.now();
  const rounds = fitRaterModel(given)?.iterations ?? 0;
  const seconds = (performance.now() - started) / 1000;
  return verdict(
    seconds < MOST_SECONDS,
    `${MOST_VALUES} ratings in ${seconds.toFixed(1)} s and ${rounds} rounds (< ${MOST_SECONDS} s)`,
  );
}

/** The plain mean of each thing, in the order in which they were rated. */
function means(given: readonly GivenValue[]): number[] {
  const values = new Map<string, number[]>();
  for (const { item, value } of given) values.set(item, [...(values.get(item) ?? []), value]);
  return [...values.values()].map(average);
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const show = (value: number): string => value.toFixed(3);

function verdict(good: boolean, words: string): boolean {
  console.log(`${good ? 'ok  ' : 'FAIL'}  ${words}`);
  return good;
}
