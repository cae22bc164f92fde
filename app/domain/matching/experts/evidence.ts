/**
 * How much of the work before it the next best work adds: evidence adds up and saturates. An expert with many works
 * as near as the best reaches at most 1 / (1 − 0.6) = 2.5 times what that one work gives.
 */
export const DECAY = 0.6;

/**
 * Σ decayⁱ · sᵢ over similarities ≥ 0 sorted falling, i from 0; sorts them in place. A further work never lowers it:
 * what stands behind the new one loses at most what the new one brings.
 */
export function evidence(similarities: Float64Array, decay = DECAY): number {
  sortRising(similarities);
  let sum = 0;
  for (const similarity of similarities) sum = similarity + decay * sum;
  return sum;
}

/** What a work plays in the sum, given its place from 0 among the works sorted falling. */
export const evidencePart = (similarity: number, place: number, decay = DECAY): number =>
  similarity * decay ** place;

/** By insertion: an expert has few works, and a hundred thousand such lists are sorted for one question. */
function sortRising(values: Float64Array): void {
  for (let index = 1; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    let place = index;
    while (place > 0 && (values[place - 1] ?? 0) > value) {
      values[place] = values[place - 1] ?? 0;
      place -= 1;
    }
    values[place] = value;
  }
}
