/** How much of the work before it the next best work adds: evidence adds up and saturates. */
export const DECAY = 0.4;
/** What every work adds besides, as a share of 1 / √works: somebody whose works are near throughout is near too. */
export const BREADTH = 0.4;
/** How much nearer, in means of the works found, the best of a list comes by chance when the list is e times as long. */
export const CHANCE = 0.5;

/** What the nearness of a work counts for, given its place from 0 among the near works of a list of so many. */
export const weightAt = (place: number, works: number, decay = DECAY): number =>
  decay ** place + BREADTH / Math.sqrt(Math.max(1, works));

/**
 * Σ (decayⁱ + 0.4 / √works) · sᵢ over nearness ≥ 0 sorted falling, i from 0; sorts them in place. `works` is how many
 * works the expert lists, near or not.
 */
export function evidence(nearness: Float64Array, works: number, decay = DECAY): number {
  sortRising(nearness);
  let saturating = 0;
  let sum = 0;
  for (const near of nearness) {
    saturating = near + decay * saturating;
    sum += near;
  }
  return saturating + (sum * BREADTH) / Math.sqrt(Math.max(1, works));
}

/**
 * What a list of so many works brings by its length alone: the greatest of n draws with an exponential tail is
 * expected to grow with ln n (Gumbel, Statistics of extremes, 1958). Without it long lists stand before near ones.
 */
export const byChance = (works: number): number => CHANCE * Math.log(Math.max(1, works));

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
