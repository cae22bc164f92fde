import { EXPERTISE_NAMES } from './assessor-reason';

/** What an assessor is worth for a bid: how well they know its field counts more than how much they want it. */
export const WEIGHTS = { expertise: 0.6, wish: 0.4 } as const;
/** What is concluded from works alone never counts like the word of an expert. */
export const MOST_FROM_WORKS = 2 / 3;
/** Expertise from which somebody is an expert on a bid. */
export const EXPERT_FROM = 0.5;

const HIGHEST = EXPERTISE_NAMES.length - 1;

export interface Stated {
  wish: number | null;
  expertise: number | null;
}

/**
 * How an assessor's wishes rank their bids, 0 to 1: the share of bids they want less, those they want as much
 * counting half (mid-ranks). Only the order of their own wishes matters, so calling everything “Eager” gains nothing.
 */
export function ranksOf(wishes: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const wish of wishes) counts.set(wish, (counts.get(wish) ?? 0) + 1);
  const rank = (wish: number): number =>
    [...counts].reduce(
      (sum, [other, count]) => sum + (other < wish ? count : other === wish ? count / 2 : 0),
      0,
    );
  const ranks = new Map([...counts.keys()].map((wish) => [wish, rank(wish) / wishes.length]));
  return wishes.map((wish) => ranks.get(wish) ?? 0);
}

/** Stated expertise as a share of the highest; where nothing was said, what works show, `matched` from 0 to 1. */
export const expertiseOf = (stated: number | null, matched: number): number =>
  stated === null ? Math.min(1, Math.max(0, matched)) * MOST_FROM_WORKS : stated / HIGHEST;

export const similarityOf = (expertise: number, rank: number): number =>
  WEIGHTS.expertise * expertise + WEIGHTS.wish * rank;
