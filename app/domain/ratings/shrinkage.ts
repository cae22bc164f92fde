/** How many ratings the grand mean counts for. */
export const PRIOR_STRENGTH = 5;
/** The middle of the scale: the grand mean of an installation that has no released rating yet. */
export const MIDDLE = 3;
/** Fewer ratings than this are "too few": never a number alone. */
export const ENOUGH = 3;

/**
 * The mean drawn towards the grand mean `(C·m + Σr) ÷ (C + n)`, so that one 5 never ranks above ten.
 * Values 1 to 5; with none it is the grand mean itself.
 */
export function shrunkMean(
  values: readonly number[],
  grandMean: number,
  strength: number = PRIOR_STRENGTH,
): number {
  const sum = values.reduce((total, value) => total + value, 0);
  return (strength * grandMean + sum) / (strength + values.length);
}
