/**
 * Intraclass correlations of n targets (rows) scored by the same k judges (columns): of one judge's score, and of
 * the mean of k. `oneWay` takes judges as different for each target, `random` as a sample of judges who score all,
 * `fixed` as the only judges there are.
 * Source: P. E. Shrout and J. L. Fleiss, Intraclass correlations: uses in assessing rater reliability,
 * Psychological Bulletin 86 (1979) 420–428.
 */
export interface Reliability {
  single: { oneWay: number; random: number; fixed: number };
  average: { oneWay: number; random: number; fixed: number };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const squares = (values: readonly number[], from: number): number =>
  values.reduce((sum, value) => sum + (value - from) ** 2, 0);

/** Null with fewer than two targets or judges, a missing score, or targets that do not differ. */
export function intraclass(rows: readonly (readonly number[])[]): Reliability | null {
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  if (n < 2 || k < 2 || rows.some((row) => row.length !== k)) return null;
  const all = mean(rows.flat());
  const between = k * squares(rows.map(mean), all);
  const judges = Array.from({ length: k }, (_, j) => mean(rows.map((row) => row[j] ?? 0)));
  const ofJudges = n * squares(judges, all);
  const within = rows.reduce((sum, row) => sum + squares(row, mean(row)), 0);
  const bms = between / (n - 1);
  const wms = within / (n * (k - 1));
  const jms = ofJudges / (k - 1);
  const ems = (within - ofJudges) / ((n - 1) * (k - 1));
  if (bms === 0) return null;
  return {
    single: {
      oneWay: (bms - wms) / (bms + (k - 1) * wms),
      random: (bms - ems) / (bms + (k - 1) * ems + (k * (jms - ems)) / n),
      fixed: (bms - ems) / (bms + (k - 1) * ems),
    },
    average: {
      oneWay: (bms - wms) / bms,
      random: (bms - ems) / (bms + (jms - ems) / n),
      fixed: (bms - ems) / bms,
    },
  };
}
