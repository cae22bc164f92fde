import { evidence, evidencePart } from './evidence';
import type { Cosine } from './work-cosines';

/** A work that somebody took for theirs, and how near it is to the question. */
export interface NearWork extends Cosine {
  expert: string;
  title: string;
  year: number | null;
}

export interface ExpertMatch {
  expert: string;
  /** Above 0. Comparable between experts and between questions put to the same collection. */
  score: number;
  /** The works that counted most, with what each adds to the score; with `otherWorks` they add up to it. */
  works: readonly { title: string; year: number | null; part: number }[];
  otherWorks: number;
  /** Every shared stem and pair, greatest part first; their parts add up to the score. */
  terms: readonly { term: string; part: number }[];
}

const WORKS_SHOWN = 3;

/**
 * Experts by their works, best first; equal scores stand in the order of their ids. An expert scores `evidence` over
 * the cosines of their works with the question (candidate ranking by votes of documents, Macdonald and Ounis, Voting
 * for candidates, 2006, with geometric saturation): a further work never lowers it. Who shares no term is not given.
 */
export function matchExperts(works: readonly NearWork[]): ExpertMatch[] {
  const byExpert = new Map<string, NearWork[]>();
  for (const work of works)
    if (work.similarity > 0) byExpert.set(work.expert, [...(byExpert.get(work.expert) ?? []), work]);
  return [...byExpert]
    .map(([expert, own]) => matchOf(expert, own))
    .sort((one, other) => other.score - one.score || (one.expert < other.expert ? -1 : 1));
}

function matchOf(expert: string, own: readonly NearWork[]): ExpertMatch {
  const parts = own
    .toSorted((one, other) => other.similarity - one.similarity || (one.title < other.title ? -1 : 1))
    .map((work, place) => ({ ...work, part: evidencePart(work.similarity, place) }));
  return {
    expert,
    score: evidence(Float64Array.from(own, ({ similarity }) => similarity)),
    works: parts.slice(0, WORKS_SHOWN).map(({ title, year, part }) => ({ title, year, part })),
    otherWorks: parts.slice(WORKS_SHOWN).reduce((sum, { part }) => sum + part, 0),
    // Of hundreds near, these are read for the few that are shown.
    get terms() {
      return termParts(parts);
    },
  };
}

/** A work's part is its cosine times a factor, and a cosine is a sum over terms: so is the score. */
function termParts(works: readonly (NearWork & { part: number })[]) {
  const parts = new Map<string, number>();
  for (const { terms, similarity, part } of works)
    for (const [term, share] of terms) parts.set(term, (parts.get(term) ?? 0) + (share * part) / similarity);
  return [...parts].map(([term, part]) => ({ term, part })).sort((one, other) => other.part - one.part);
}

/** The words of a text that carried a match, as people write them, greatest part first. */
export function sharedWords(
  { terms }: ExpertMatch,
  spoken: ReadonlyMap<string, string>,
  most: number,
): string[] {
  const words = terms.map(({ term }) =>
    term
      .split(' ')
      .map((stem) => spoken.get(stem) ?? stem)
      .join(' '),
  );
  // A word inside a pair that is shown too says nothing more.
  const best = words.slice(0, 2 * most);
  const inPairs = new Set(best.filter((word) => word.includes(' ')).flatMap((pair) => pair.split(' ')));
  return best.filter((word) => !inPairs.has(word)).slice(0, most);
}
