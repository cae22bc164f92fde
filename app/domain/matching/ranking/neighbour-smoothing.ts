import { cosine } from './meaning/semantic-space';

export interface NeighbourSettings {
  /** Only this many of the best change places. */
  among: number;
  neighbours: number;
  /** From 0 to 1: the part of the new score that is the neighbours'. */
  part: number;
}

export const NEIGHBOURS: NeighbourSettings = { among: 60, neighbours: 5, part: 0.3 };

/**
 * Documents that resemble one another tend to answer the same questions, so the score of each of the best is mixed
 * with the mean of those among them that stand nearest to it in the semantic space, weighted by cosine (van
 * Rijsbergen's cluster hypothesis; Diaz, Regularizing ad hoc retrieval scores, 2005). Takes scores in falling order
 * and one place of unit length per score; gives the new scores in the same order, and everything after the best
 * stays as it is, below them. Time grows with among² × dimensions.
 */
export function smoothedByNeighbours(
  scores: Float64Array,
  places: readonly Float32Array[],
  { among, neighbours, part }: NeighbourSettings = NEIGHBOURS,
): Float64Array {
  const best = scores.slice(0, among);
  const likeness = likenessOf(places.slice(0, best.length));
  const smoothed = scores.slice();
  best.forEach((score, index) => {
    const nearest = Array.from(best.keys())
      .filter((other) => other !== index && (likeness[index]?.[other] ?? 0) > 0)
      .sort((a, b) => (likeness[index]?.[b] ?? 0) - (likeness[index]?.[a] ?? 0))
      .slice(0, neighbours);
    let weights = 0;
    let sum = 0;
    for (const other of nearest) {
      const weight = likeness[index]?.[other] ?? 0;
      weights += weight;
      sum += weight * (best[other] ?? 0);
    }
    if (weights > 0) smoothed[index] = (1 - part) * score + (part * sum) / weights;
  });
  return smoothed;
}

/** All cosines, each computed once. */
function likenessOf(places: readonly Float32Array[]): Float64Array[] {
  const likeness = places.map(() => new Float64Array(places.length));
  places.forEach((place, row) => {
    for (let column = 0; column < row; column += 1) {
      const value = cosine(place, places[column] ?? new Float32Array());
      (likeness[row] ?? [])[column] = value;
      (likeness[column] ?? [])[row] = value;
    }
  });
  return likeness;
}
