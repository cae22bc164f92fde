/** What somebody typed into the search box: words of which any may match, phrases that must, words that must not. */
export interface SearchWords {
  words: string[];
  phrases: string[];
  without: string[];
}

const MOST_WORDS = 32;
const PART = /(-?)"([^"]*)"|(\S+)/g;
const LETTERS = /[\p{Letter}\p{Number}]/u;

/** `county lines "exploited children" -fraud`: loose words, a phrase, and a word to leave out. */
export function readSearchWords(text: string): SearchWords {
  const read: SearchWords = { words: [], phrases: [], without: [] };
  for (const [, minus, phrase, word] of text.matchAll(PART)) {
    if (phrase !== undefined) add(minus === '-' ? read.without : read.phrases, phrase);
    else if (word?.startsWith('-')) add(read.without, word.slice(1));
    else if (word !== undefined) add(read.words, word);
  }
  return read;
}

function add(list: string[], text: string): void {
  const trimmed = text.trim();
  if (LETTERS.test(trimmed) && list.length < MOST_WORDS) list.push(trimmed);
}

export const asksForSomething = ({ words, phrases }: SearchWords): boolean =>
  words.length + phrases.length > 0;

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
