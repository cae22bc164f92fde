import { evidence, evidencePart } from './evidence';
import type { QuestionTerm, Similarities, WorkIndex } from './work-index';

export interface ExpertWorks {
  id: string;
  /** Where the expert's works stand in the index. */
  works: readonly number[];
}

export interface WorkPart {
  work: number;
  /** Cosine with the question, from 0 to 1. */
  similarity: number;
  /** What it adds to the score. */
  part: number;
}

export interface ExpertMatch {
  id: string;
  /** Above 0. Comparable between experts and between questions put to the same index. */
  score: number;
  /** The works that counted most; with `otherWorks` their parts add up to the score. */
  works: readonly WorkPart[];
  otherWorks: number;
  /** Every shared stem and bigram (two stems with a space), greatest part first; their parts add up to the score. */
  terms: readonly { term: string; part: number }[];
}

export interface MatchOptions {
  /** How many experts are given. */
  most: number;
  /** See `WorkIndex.similarities`. */
  mostPostings?: number;
}

const WORKS_SHOWN = 3;

/**
 * Experts for a question, best first; equal scores stand in the order of their ids. An expert scores `evidence` over
 * the cosines of their works with the question (candidate ranking by votes of documents, Macdonald and Ounis, Voting
 * for candidates, 2006, with geometric saturation). Who shares no term with the question is not given.
 */
export function matchExperts(
  index: WorkIndex,
  experts: readonly ExpertWorks[],
  question: readonly string[],
  { most, mostPostings }: MatchOptions,
): ExpertMatch[] {
  const similarities = index.similarities(question, mostPostings);
  return rankExperts(experts, similarities.ofWorks, most).map(({ expert, score }) =>
    explain(index, expert, score, similarities),
  );
}

export interface RankedExpert {
  expert: ExpertWorks;
  score: number;
}

/** The order of `matchExperts` without its reasons, from the cosines of the works: for orders of thousands. */
export function rankExperts(
  experts: readonly ExpertWorks[],
  ofWorks: Float64Array,
  most: number,
): RankedExpert[] {
  const best: RankedExpert[] = [];
  for (const expert of experts) {
    const score = scoreOf(expert, ofWorks);
    if (score === 0) continue;
    const candidate = { expert, score };
    const worst = best.length < most ? undefined : best.at(-1);
    if (worst && !standsBefore(candidate, worst)) continue;
    insert(best, candidate);
    if (best.length > most) best.pop();
  }
  return best;
}

/** Made for a hundred thousand experts a question: most share nothing with it, and nothing is made for them. */
function scoreOf({ works }: ExpertWorks, ofWorks: Float64Array): number {
  let greatest = 0;
  let near = 0;
  for (const work of works) {
    const similarity = ofWorks[work] ?? 0;
    if (similarity > 0) near += 1;
    if (similarity > greatest) greatest = similarity;
  }
  if (near < 2) return greatest;
  const similarities = new Float64Array(works.length);
  for (let place = 0; place < works.length; place += 1)
    similarities[place] = ofWorks[works[place] ?? -1] ?? 0;
  return evidence(similarities);
}

const standsBefore = (a: RankedExpert, b: RankedExpert): boolean =>
  a.score > b.score || (a.score === b.score && a.expert.id < b.expert.id);

function insert(sorted: RankedExpert[], candidate: RankedExpert): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there && standsBefore(there, candidate)) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, candidate);
}

function explain(
  index: WorkIndex,
  expert: ExpertWorks,
  score: number,
  { terms, ofWorks }: Similarities,
): ExpertMatch {
  const parts = expert.works
    .map((work) => ({ work, similarity: ofWorks[work] ?? 0 }))
    .filter(({ similarity }) => similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || a.work - b.work)
    .map((work, place) => ({ ...work, part: evidencePart(work.similarity, place) }));
  return {
    id: expert.id,
    score,
    works: parts.slice(0, WORKS_SHOWN),
    otherWorks: parts.slice(WORKS_SHOWN).reduce((sum, { part }) => sum + part, 0),
    terms: termParts(index, terms, parts),
  };
}

/** A work's part is its cosine times a factor, and a cosine is a sum over terms: so is the score. */
function termParts(index: WorkIndex, terms: readonly QuestionTerm[], works: readonly WorkPart[]) {
  return terms
    .map(({ term, row, weight }) => ({
      term,
      part: works.reduce(
        (sum, { work, similarity, part }) => sum + (weight * index.weightIn(row, work) * part) / similarity,
        0,
      ),
    }))
    .filter(({ part }) => part > 0)
    .sort((a, b) => b.part - a.part);
}
