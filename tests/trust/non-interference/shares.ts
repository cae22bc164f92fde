/** What one of several processes takes of groups of work: the largest first, each to who has least to do. */
export function shareOf<Item>(groups: readonly Item[][], part: number, parts: number): Item[] {
  const shares = Array.from({ length: parts }, (): Item[] => []);
  for (const group of [...groups].sort((a, b) => b.length - a.length)) {
    const least = shares.reduce((one, other) => (other.length < one.length ? other : one));
    least.push(...group);
  }
  return shares[part] ?? [];
}
