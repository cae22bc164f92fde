/** What kind of scale the values stand on decides how far apart two of them are. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Rows are raters, columns units; null where a rater said nothing of a unit. */
export type RatingsByRater = readonly (readonly (number | null)[])[];

/** How often each pair of values meets within a unit; a unit of m values adds 1/(m − 1) for each ordered pair. */
function coincidences(units: number[][], values: number[]): number[][] {
  const counts = values.map(() => values.map(() => 0));
  for (const unit of units)
    for (const [i, a] of unit.entries())
      for (const [j, b] of unit.entries()) {
        const row = counts[values.indexOf(a)];
        const column = values.indexOf(b);
        if (i !== j && row) row[column] = (row[column] ?? 0) + 1 / (unit.length - 1);
      }
  return counts;
}

/** The squared difference of two values, by their places in the sorted list of values. */
function distance(metric: Metric, values: number[], totals: number[]): (i: number, j: number) => number {
  const at = (list: number[], index: number) => list[index] ?? 0;
  switch (metric) {
    case 'nominal':
      return (i, j) => (i === j ? 0 : 1);
    case 'interval':
      return (i, j) => (at(values, i) - at(values, j)) ** 2;
    case 'ratio':
      return (i, j) => {
        const sum = at(values, i) + at(values, j);
        return sum === 0 ? 0 : ((at(values, i) - at(values, j)) / sum) ** 2;
      };
    case 'ordinal':
      return (i, j) => {
        const [low, high] = i < j ? [i, j] : [j, i];
        const between = totals.slice(low, high + 1).reduce((sum, total) => sum + total, 0);
        return (between - (at(totals, low) + at(totals, high)) / 2) ** 2;
      };
  }
}

/**
 * Krippendorff's α: 1 is perfect agreement, 0 what chance would give, below 0 systematic disagreement. Units
 * with fewer than two values are left out. Null when nothing can be compared or all values are the same.
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
 */
export function krippendorffAlpha(ratings: RatingsByRater, metric: Metric): number | null {
  const width = Math.max(0, ...ratings.map((row) => row.length));
  const units = Array.from({ length: width }, (_, unit) =>
    ratings.map((row) => row[unit] ?? null).filter((value) => value !== null),
  ).filter((unit) => unit.length >= 2);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const counts = coincidences(units, values);
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const delta = distance(metric, values, totals);
  let observed = 0;
  let expected = 0;
  for (const [i, row] of counts.entries())
    for (const [j, count] of row.entries()) {
      observed += count * delta(i, j);
      expected += (totals[i] ?? 0) * (totals[j] ?? 0) * delta(i, j);
    }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}
