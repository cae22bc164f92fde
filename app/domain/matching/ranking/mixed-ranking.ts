export interface Candidate {
  /** Its score by words; above 0, for what shares no word is no candidate. */
  words: number;
  /** The cosine of its place in the semantic space with the query's; 0 where it has none. */
  meaning: number;
}

/** What the standardised cosine weighs beside the standardised score by words. */
export const MEANING_WEIGHT = 0.5;

/** Scores are standardised over the best of each kind: the long tail says nothing about who leads. */
const STANDARD_OF_BEST = 100;

/**
 * One score per candidate, in their order: words + 0.5 · meaning, each standardised over its 100 best (mean 0,
 * standard deviation 1), so that neither scale rules and scores compare across queries. A weighted sum and no
 * fusion of ranks: distances count (Bruch, Gai and Ingber, An analysis of fusion functions for hybrid retrieval,
 * 2023).
 */
export function mixedScores(candidates: readonly Candidate[], weight = MEANING_WEIGHT): Float64Array {
  const words = standardised(candidates.map((candidate) => candidate.words));
  const meaning = standardised(candidates.map((candidate) => candidate.meaning));
  return words.map((score, index) => score + weight * (meaning[index] ?? 0));
}

/** (x − mean) / standard deviation, both taken over the greatest; all 0 where those are equal. */
export function standardised(scores: readonly number[], best = STANDARD_OF_BEST): Float64Array {
  const greatest = Float64Array.from(scores).sort().slice(-best);
  const mean = sumOf(greatest) / (greatest.length || 1);
  const variance = sumOf(greatest.map((score) => (score - mean) ** 2)) / (greatest.length || 1);
  const deviation = Math.sqrt(variance);
  const apart = deviation > Number.EPSILON * Math.max(1, Math.abs(mean));
  return Float64Array.from(scores, (score) => (apart ? (score - mean) / deviation : 0));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
