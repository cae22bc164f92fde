import { byChance, evidence, weightAt } from './evidence';
import type { Nearness } from './work-nearness';

/** A work that somebody took for theirs, and how near it is to the question. */
export interface NearWork extends Nearness {
  expert: string;
  /** How many different works the expert lists. */
  listed: number;
  title: string;
  year: number | null;
}

export interface ExpertMatch {
  expert: string;
  /** What the works bring, above 0. Comparable between experts and between questions put to the same collection. */
  evidence: number;
  /** The evidence without what so long a list brings by chance: what experts stand by. 0 or less is no more than chance. */
  score: number;
  /** The works that counted most, with what each adds to the evidence; with `otherWorks` they add up to it. */
  works: readonly { title: string; year: number | null; part: number }[];
  otherWorks: number;
  /** Every shared stem and pair, greatest part first; with what meaning alone brings they add up to the evidence. */
  terms: readonly { term: string; part: number }[];
}

const WORKS_SHOWN = 3;

/**
 * Experts by their works, best first; equal scores stand in the order of their ids. An expert scores `evidence` over
 * the nearness of their works to the question (candidate ranking by votes of documents, Macdonald and Ounis, Voting
 * for candidates, 2006, with geometric saturation), without what a list of its length brings by chance. Who shares no
 * term is not given.
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
  const listed = Math.max(own.length, own[0]?.listed ?? 0);
  const parts = own
    .toSorted((one, other) => other.similarity - one.similarity || (one.title < other.title ? -1 : 1))
    .map((work, place) => ({ ...work, part: work.similarity * weightAt(place, listed) }));
  const found = evidence(
    Float64Array.from(own, ({ similarity }) => similarity),
    listed,
  );
  return {
    expert,
    evidence: found,
    score: found - byChance(listed),
    works: parts.slice(0, WORKS_SHOWN).map(({ title, year, part }) => ({ title, year, part })),
    otherWorks: parts.slice(WORKS_SHOWN).reduce((sum, { part }) => sum + part, 0),
    // Of hundreds near, these are read for the few that are shown.
    get terms() {
      return termParts(parts);
    },
  };
}

/** A work's part is its nearness times a factor, and nearness is a sum over terms and meaning: so is the evidence. */
function termParts(works: readonly (NearWork & { part: number })[]) {
  const parts = new Map<string, number>();
  for (const { terms, similarity, part } of works)
    for (const [term, share] of terms())
      parts.set(term, (parts.get(term) ?? 0) + (share * part) / similarity);
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
