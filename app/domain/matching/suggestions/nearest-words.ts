import { editDistance } from '../language/nearest';

/** A term of the collection that is like one that was typed, and how many documents hold it. */
export interface LikeTerm {
  typed: string;
  /** What the analyser makes of what was typed. */
  term: string;
  like: string;
  documents: number;
}

/** Letters that may be wrong in a word: more in a longer one. */
const mayDiffer = (word: string): number => (word.length < 6 ? 1 : 2);

/** A slip in its ending keeps a long word from being cut down to its term. */
const distanceOf = ({ term, like }: LikeTerm): number =>
  like.length >= 6 && term.startsWith(like) ? 2 : editDistance(term, like);

/** For each word that was typed the term it was probably meant to be: the nearest, of those the most common. */
export function nearestTerms(terms: readonly LikeTerm[]): LikeTerm[] {
  const best = new Map<string, { term: LikeTerm; distance: number }>();
  for (const term of terms) {
    const distance = distanceOf(term);
    if (distance > mayDiffer(term.term)) continue;
    const known = best.get(term.typed);
    const isBetter =
      !known ||
      distance < known.distance ||
      (distance === known.distance && term.documents > known.term.documents);
    if (isBetter) best.set(term.typed, { term, distance });
  }
  return [...best.values()].map(({ term }) => term);
}

/** Of the words that stand for a term in a document the one nearest to what was typed. */
export function nearestForm(typed: string, forms: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  return [...forms].sort(
    (a, b) => editDistance(word, a) - editDistance(word, b) || a.length - b.length || (a < b ? -1 : 1),
  )[0];
}
