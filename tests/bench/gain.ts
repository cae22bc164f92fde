/**
 * Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, 2002): Σ gain / log₂(place + 1)
 * over the same sum of the best possible order. From 0 to 1; 0 where nothing is relevant.
 */
export function gainAtTen<Id>(ranked: readonly Id[], gains: ReadonlyMap<Id, number>): number {
  const ideal = [...gains.values()].sort((a, b) => b - a);
  const whole = discounted(ideal);
  return whole > 0 ? discounted(ranked.map((id) => gains.get(id) ?? 0)) / whole : 0;
}

const discounted = (gains: readonly number[]): number =>
  gains.slice(0, 10).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
