/**
 * How many letters have to be put in, left out, replaced or swapped with their neighbour to turn one word into
 * the other: the restricted edit distance of F. J. Damerau, A technique for computer detection and correction of
 * spelling errors (1964), in O(|a|·|b|) time.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const replaced = at(last, column - 1) + (same ? 0 : 1);
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? at(before, column - 2) + 1
          : Infinity;
      now.push(Math.min(at(last, column) + 1, at(now, column - 1) + 1, replaced, swapped));
    }
    before = last;
    last = now;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;

/** The known word that a typed one is nearest to; the first of them where several are. */
export function nearest<Word extends string>(typed: string, known: readonly Word[]): Word | undefined {
  const word = typed.toLowerCase().slice(0, 40);
  let best: { word: Word; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (!best || distance < best.distance) best = { word: candidate, distance };
  }
  return best?.word;
}
