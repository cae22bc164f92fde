/** How sure everybody's interval is made before they are joined, in per cent. */
export const COMMON_CONFIDENCE = 80;

/** Fewer would tell each what the other thinks, and a mean of two is no judgement of a group. */
export const ENOUGH_EXPERTS = 3;

export interface Bounds {
  lower: number;
  upper: number;
}

/** What the truth is believed to lie between, and how surely, in per cent. */
export interface Interval {
  lowest: number;
  highest: number;
  best: number;
  confidence: number;
}

export type Standardised = Omit<Interval, 'confidence'>;

/**
 * The interval at the common confidence: each end's distance from the best guess times 80 ÷ confidence, held
 * within the bounds of what was asked. Hemming and others 2018, https://doi.org/10.1111/2041-210X.12857.
 */
export function standardise({ lowest, highest, best, confidence }: Interval, bounds: Bounds): Standardised {
  const stretch = COMMON_CONFIDENCE / confidence;
  return {
    lowest: Math.max(bounds.lower, best - (best - lowest) * stretch),
    best,
    highest: Math.min(bounds.upper, best + (highest - best) * stretch),
  };
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of the standardised lowest, best and highest, every expert alike; null of fewer than three. */
export function aggregate(intervals: readonly Interval[], bounds: Bounds): Standardised | null {
  if (intervals.length < ENOUGH_EXPERTS) return null;
  const alike = intervals.map((interval) => standardise(interval, bounds));
  return {
    lowest: mean(alike.map(({ lowest }) => lowest)),
    best: mean(alike.map(({ best }) => best)),
    highest: mean(alike.map(({ highest }) => highest)),
  };
}
