import { compare, fraction, over, plus, sum, times, type Fraction } from './fraction';
import { HIGHEST_SCORE } from './score-scale';

/**
 * The panel's score of one criterion: the consensus if one was recorded, else the exact mean of the
 * independent scores; null while there is neither. Scores are whole, 0 to 5.
 */
export function agreedScore(consensus: number | null, scores: number[]): Fraction | null {
  if (consensus !== null) return fraction(consensus);
  if (scores.length === 0) return null;
  return over(sum(scores.map((score) => fraction(score))), fraction(scores.length));
}

export interface AssessedCriterion {
  /** Percent; the weights of a question make 100. */
  weight: number;
  /** The least score to progress, 0 to 5; null where there is none. */
  minimum: number | null;
  score: Fraction;
}

/** Quality out of 100: Q = Σ weight × score ÷ 5. */
export const quality = (criteria: AssessedCriterion[]): Fraction =>
  criteria.reduce(
    (all, { weight, score }) => plus(all, over(times(fraction(weight), score), fraction(HIGHEST_SCORE))),
    fraction(0),
  );

/** Whether every criterion reaches its minimum; without that a bid takes no part in price or rank. */
export const reachesMinimums = (criteria: Pick<AssessedCriterion, 'minimum' | 'score'>[]): boolean =>
  criteria.every(({ minimum, score }) => minimum === null || compare(score, fraction(minimum)) >= 0);
