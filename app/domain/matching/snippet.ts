export interface SnippetPart {
  text: string;
  hit: boolean;
}

/** Marks around a matched word in what the database gives; private characters that no text of ours holds. */
export const HIT_START = '\uE000';
export const HIT_END = '\uE001';

/** A snippet as plain parts, so that a page marks the hits without trusting any markup. */
export function snippetParts(marked: string): SnippetPart[] {
  return marked
    .split(HIT_START)
    .flatMap((piece, index) => {
      if (index === 0) return [{ text: piece, hit: false }];
      const end = piece.indexOf(HIT_END);
      if (end === -1) return [{ text: piece, hit: false }];
      return [
        { text: piece.slice(0, end), hit: true },
        { text: piece.slice(end + 1).replaceAll(HIT_END, ''), hit: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
