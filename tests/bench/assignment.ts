import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import {
  figuresOf,
  type AssignmentFigures,
  type AssignmentProblem,
} from '~/domain/evaluation/assignment/assignment-problem';
import { solveAssignment } from '~/domain/evaluation/assignment/solve-assignment';
import { greedyPairs } from './assignment/greedy';
import { simulatedCompetition } from './assignment/simulated';

const SET = z.object({
  similarity: z.array(z.array(z.number())),
  covs: z.array(z.number()),
  loads: z.array(z.number()),
});
const OPTIMUM = 201.8849;
const FAIR = { worst: 0.31, cost: 0.002 };
const SIZE = { bids: 500, assessors: 300, seed: 1 };
const MOST_SECONDS = { best: 0.5, fair: 5 };

/** Assignments of a published set and of a simulated competition, each beside a greedy one. */
export function benchAssignment(folder: string): boolean {
  const set = SET.parse(JSON.parse(readFileSync(resolve(folder, 'assignment.json'), 'utf8')));
  const columns = set.similarity[0] ?? [];
  const published: AssignmentProblem = {
    similarity: columns.map((_, bid) => set.similarity.map((row) => row[bid] ?? 0)),
    places: set.covs[0] ?? 0,
    capacities: set.loads,
  };
  console.log(`assignment.json: ${columns.length} bids, ${set.similarity.length} assessors`);
  const of = compared(published);
  const cost = 1 - of.fair.figures.total / of.best.figures.total;
  const good = [
    verdict(
      of.best.figures.total.toFixed(4) === String(OPTIMUM),
      `total ${of.best.figures.total.toFixed(4)} (= ${OPTIMUM})`,
    ),
    verdict(
      of.fair.figures.worst >= FAIR.worst,
      `worst bid with the floor ${of.fair.figures.worst.toFixed(4)} (≥ ${FAIR.worst})`,
    ),
    verdict(
      cost <= FAIR.cost,
      `the floor costs ${(100 * cost).toFixed(2)} % of the total (≤ ${100 * FAIR.cost} %)`,
    ),
  ];
  console.log(`simulated: ${SIZE.bids} bids, ${SIZE.assessors} assessors, conflicts, seed ${SIZE.seed}`);
  const large = compared(simulatedCompetition(SIZE.bids, SIZE.assessors, SIZE.seed));
  return [
    ...good,
    verdict(large.best.proven, 'the total is proven to be the greatest'),
    verdict(
      large.best.seconds <= MOST_SECONDS.best,
      `${large.best.seconds.toFixed(2)} s (≤ ${MOST_SECONDS.best} s)`,
    ),
    verdict(
      large.fair.seconds <= MOST_SECONDS.fair,
      `with the floor ${large.fair.seconds.toFixed(2)} s (≤ ${MOST_SECONDS.fair} s)`,
    ),
  ].every(Boolean);
}

function compared(problem: AssignmentProblem) {
  show('greedy', figuresOf(problem, greedyPairs(problem)));
  // Once unmeasured: what is measured is a server that runs, not one that starts.
  solveAssignment(problem, 'never');
  const best = timed(problem, 'never');
  const fair = timed(problem, 'always');
  return { best, fair };
}

function timed(problem: AssignmentProblem, floor: 'always' | 'never') {
  const started = performance.now();
  const { figures, proven } = solveAssignment(problem, floor);
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.memoryUsage.rss() / 2 ** 20;
  const name = floor === 'always' ? 'with the floor' : 'greatest total';
  show(
    name,
    figures,
    `, ${seconds.toFixed(2)} s, process ${megabytes.toFixed(0)} MB${proven ? '' : ', not proven'}`,
  );
  return { figures, proven, seconds };
}

function show(name: string, { total, worst, loads }: AssignmentFigures, more = ''): void {
  const spread = `${Math.min(...loads)}–${Math.max(...loads)}`;
  console.log(
    `  ${name.padEnd(15)} total ${total.toFixed(4)}, worst bid ${worst.toFixed(4)}, loads ${spread}${more}`,
  );
}

function verdict(good: boolean, words: string): boolean {
  console.log(`${good ? 'ok  ' : 'FAIL'}  ${words}`);
  return good;
}
