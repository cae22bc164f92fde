export const DIMENSIONS = ['scale', 'nature', 'drivers', 'harm', 'response'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const DIMENSION_NAMES: Record<Dimension, string> = {
  scale: 'Scale',
  nature: 'Nature',
  drivers: 'Drivers',
  harm: 'Harm',
  response: 'Response',
};

export const UNDERSTANDING_LEVELS = ['weak', 'partial', 'good'] as const;
export type UnderstandingLevel = (typeof UNDERSTANDING_LEVELS)[number];

export const LEVEL_NAMES: Record<UnderstandingLevel, string> = {
  weak: 'Weak',
  partial: 'Partial',
  good: 'Good',
};
export const UNKNOWN = 'Unknown';

/** What each level means, for whoever judges. */
export const LEVEL_MEANINGS: Record<UnderstandingLevel, string> = {
  weak: 'little is known, or what is known does not bear weight',
  partial: 'some of it is known well, some not',
  good: 'known well enough to decide by',
};

type Levels = Partial<Record<Dimension, UnderstandingLevel | null>>;

/** Tenths that a side adds to the gap. Unknown is no judgement, so it adds nothing. */
const TENTHS: Record<UnderstandingLevel, number> = { weak: 2, partial: 1, good: 0 };

/** From 0 to 1; null where nobody has judged any side. */
export function gapOf(levels: Levels): number | null {
  const judged = DIMENSIONS.flatMap((dimension) => levels[dimension] ?? []);
  return judged.length === 0 ? null : judged.reduce((sum, level) => sum + TENTHS[level], 0) / 10;
}

export const weakOn = (levels: Levels): Dimension[] =>
  DIMENSIONS.filter((dimension) => levels[dimension] === 'weak');
