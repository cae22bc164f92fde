import { mixedScores } from './mixed-ranking';
import { type NeighbourSettings, smoothedByNeighbours } from './neighbour-smoothing';
import { cosine } from './meaning/semantic-space';

export interface FoundByWords {
  subject: string;
  words: number;
  /** Of unit length; null where it has none. */
  place: Float32Array | null;
}

export interface RankedHit extends FoundByWords {
  /** In standard deviations from the mean of the best: compares across queries. */
  score: number;
}

/**
 * What words found, ranked by words and meaning mixed. `place` is the query's place in the semantic space, null where
 * there is none: then words alone rank. What scores the same keeps its order.
 */
export function mixed(
  found: readonly FoundByWords[],
  place: Float32Array | null,
  meaning?: number,
): RankedHit[] {
  const scores = mixedScores(
    found.map((hit) => ({ words: hit.words, meaning: place && hit.place ? cosine(place, hit.place) : 0 })),
    meaning,
  );
  return byScore(found.map((hit, index) => ({ ...hit, score: scores[index] ?? 0 })));
}

/** The best, smoothed over those of their neighbours that are among them, where they have places. */
export function smoothed(hits: readonly RankedHit[], settings?: NeighbourSettings): RankedHit[] {
  const dimensions = hits.find(({ place }) => place)?.place?.length;
  if (dimensions === undefined) return [...hits];
  const scores = smoothedByNeighbours(
    Float64Array.from(hits, ({ score }) => score),
    hits.map(({ place }) => place ?? new Float32Array(dimensions)),
    settings,
  );
  return byScore(hits.map((hit, index) => ({ ...hit, score: scores[index] ?? hit.score })));
}

const byScore = (hits: RankedHit[]): RankedHit[] => hits.sort((a, b) => b.score - a.score);
