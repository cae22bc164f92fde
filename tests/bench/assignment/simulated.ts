import type { AssignmentProblem } from '~/domain/evaluation/assignment/assignment-problem';
import { randomNumbers } from '../../support/simulated/ratings';

const TOPICS = 12;
const CONFLICTS = 0.03;

/** Bids and people who each know some of twelve topics, with conflicts and uneven loads. */
export function simulatedCompetition(bids: number, assessors: number, seed: number): AssignmentProblem {
  const random = randomNumbers(seed);
  const known = () => {
    const part = Array.from({ length: TOPICS }, () => (random() < 0.25 ? random() : 0.01));
    const length = Math.hypot(...part);
    return part.map((value) => value / length);
  };
  const people = Array.from({ length: assessors }, known);
  const similarity = Array.from({ length: bids }, known).map((topics) =>
    people.map((person) => {
      const cosine = topics.reduce((sum, value, topic) => sum + value * (person[topic] ?? 0), 0);
      return random() < CONFLICTS ? null : Math.min(1, cosine);
    }),
  );
  return { similarity, places: 3, capacities: people.map(() => 5 + Math.floor(random() * 3)) };
}
