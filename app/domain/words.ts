/**
 * Words as the limits count them: runs without white space that hold a letter or a digit. `well-known` is one
 * word, a dash between spaces is none.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const run of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(run)) words += 1;
  return words;
}

/** `1 bid`, `1,200 bids`, `1 person`. */
export const showCount = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

export const showWords = (count: number): string => showCount(count, 'word');
