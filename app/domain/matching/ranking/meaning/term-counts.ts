/** How often each term occurs in a text. */
export type TermCounts = ReadonlyMap<string, number>;

/** Terms, or bigrams, counted; keys stand in the order of their first occurrence. */
export function countTerms(terms: readonly string[]): TermCounts {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
