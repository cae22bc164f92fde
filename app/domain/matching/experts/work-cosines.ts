import { cosine } from '../ranking/meaning/semantic-space';
import type { Vocabulary } from './vocabulary';
import type { WorkVector } from './work-vectors';

/** A text as it is compared: its words, and its place in the space of meanings, null where it has none. */
export interface Compared extends WorkVector {
  place: Float32Array | null;
}

/** Cosines of all with all, row after row; the diagonal is 0: nothing is its own neighbour. */
export interface Cosines {
  /** By stems and pairs of neighbouring stems. */
  pairs: Float64Array;
  /** By stems alone. */
  stems: Float64Array;
  /** By meaning; cosines below 0 are 0. */
  meaning: Float64Array;
}

/** The cosines of some hundred texts with each other, from 0 to 1. */
export function cosinesAmong(texts: readonly Compared[], vocabulary: Vocabulary): Cosines {
  const size = texts.length;
  const pairs = new Float64Array(size * size);
  const stems = new Float64Array(size * size);
  const holders: { texts: number[]; weights: number[] }[] = [];
  texts.forEach(({ terms, weights }, text) => {
    const row = text * size;
    terms.forEach((term, index) => {
      const weight = weights[index] ?? 0;
      const held = (holders[term] ??= { texts: [], weights: [] });
      const sums = vocabulary.isPair(term) ? pairs : stems;
      for (let other = 0; other < held.texts.length; other += 1) {
        const place = row + (held.texts[other] ?? 0);
        sums[place] = (sums[place] ?? 0) + weight * (held.weights[other] ?? 0);
      }
      held.texts.push(text);
      held.weights.push(weight);
    });
  });
  const meaning = new Float64Array(size * size);
  texts.forEach((one, row) => {
    for (let column = 0; column < row; column += 1) {
      const other = texts[column] ?? one;
      const place = row * size + column;
      const byStems = stems[place] ?? 0;
      pairs[place] = ((pairs[place] ?? 0) + byStems) / (one.length * other.length);
      stems[place] = byStems / (one.stemsLength * other.stemsLength);
      if (one.place && other.place) meaning[place] = Math.max(0, cosine(one.place, other.place));
    }
  });
  for (const matrix of [pairs, stems, meaning]) mirror(matrix, size);
  return { pairs, stems, meaning };
}

/** Copies what lies below the diagonal above it. */
function mirror(matrix: Float64Array, size: number): void {
  for (let row = 1; row < size; row += 1)
    for (let column = 0; column < row; column += 1)
      matrix[column * size + row] = matrix[row * size + column] ?? 0;
}
