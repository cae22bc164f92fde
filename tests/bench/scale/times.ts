export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

export function verdict(good: boolean, words: string): boolean {
  console.log(`${good ? 'ok  ' : 'FAIL'}  ${words}`);
  return good;
}
