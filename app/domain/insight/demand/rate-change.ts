/** How rare a figure must be, were demand as before, to be called a change: one in so many periods. */
export const THRESHOLDS = [100, 1000, 10_000] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** With so many periods before it, a period is compared; the first ones are not. */
export const BASELINE = 12;

export interface Change {
  direction: 'up' | 'down';
  /** Mean of the periods before it. */
  before: number;
  /** How likely a figure at least so far off would be, had nothing changed. */
  chance: number;
  /** False while an earlier period of the same run was called already. */
  first: boolean;
}

/** ln n! by n, as far as it was asked for yet. */
const logFactorials = [0];

function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next += 1)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[n] ?? 0;
}

/** P(X = x) of a binomial with `trials` and `share`. */
const binomial = (x: number, trials: number, share: number): number =>
  Math.exp(
    logFactorial(trials) -
      logFactorial(x) -
      logFactorial(trials - x) +
      x * Math.log(share) +
      (trials - x) * Math.log(1 - share),
  );

/** P(X ≥ least); above the mean each part is less than the one before, until none moves the sum. */
function upperTail(least: number, trials: number, share: number): number {
  if (least <= 0) return 1;
  let sum = 0;
  for (let x = least; x <= trials; x += 1) {
    const part = binomial(x, trials, share);
    if (x > trials * share && sum + part === sum) break;
    sum += part;
  }
  return Math.min(1, sum);
}

/**
 * The conditional test of two Poisson rates: given `count` and the `before` of twelve periods together, the period's
 * part is binomial with share 1/13 if the rate did not change. Source: Przyborowski and Wilenski (1940), "Homogeneity
 * of results in testing samples from Poisson series", Biometrika 31, 313–323.
 */
export function chanceOf(count: number, before: number): { up: number; down: number } {
  const share = 1 / (BASELINE + 1);
  const trials = count + before;
  const up = upperTail(count, trials, share);
  return { up, down: 1 - up + binomial(count, trials, share) };
}

/** For each period the change it shows against the twelve before it, or null; each side is tried at the threshold. */
export function changesIn(counts: readonly number[], threshold: Threshold): (Change | null)[] {
  const changes: (Change | null)[] = [];
  for (const [at, count] of counts.entries()) {
    const earlier = counts.slice(at - BASELINE, at);
    if (at < BASELINE) changes.push(null);
    else {
      const before = earlier.reduce((sum, one) => sum + one, 0);
      const { up, down } = chanceOf(count, before);
      const chance = Math.min(up, down);
      const direction = up < down ? 'up' : 'down';
      const called = chance * threshold < 1;
      const first = changes[at - 1]?.direction !== direction;
      changes.push(called ? { direction, before: before / BASELINE, chance, first } : null);
    }
  }
  return changes;
}
