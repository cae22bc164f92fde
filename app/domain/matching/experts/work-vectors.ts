import { stemsAndPairs, type Passages } from './work-terms';
import { occurrenceWeight, rarity } from './term-weights';

/** What is known of the whole collection that the works were taken from. */
export interface Collection {
  /** How many works there are. */
  works: number;
  /** In how many works each stem occurs; stems that are not here carry no subject and are left out. */
  frequencies: ReadonlyMap<string, number>;
}

/** A text in weights of its stems and pairs of neighbouring stems, and the lengths of that vector. */
export interface WorkVector {
  weights: ReadonlyMap<string, number>;
  /** Of stems and pairs together, and of stems alone; 1 where there are none. */
  length: number;
  stemsLength: number;
}

/** Of the works that were not given and hold a pair's rarer stem, so many hold the pair, to those given: they are farther. */
const PAIRS_ELSEWHERE = 0.25;

/**
 * Vectors of `occurrenceWeight × rarity` of a question and of some works, in that order. In how many works of the
 * collection a pair stands is taken from those given: exact where all works with its rarer stem are among them.
 */
export function workVectors(
  question: Passages,
  works: readonly Passages[],
  collection: Collection,
): [WorkVector, ...WorkVector[]] {
  const counts = works.map((work) => stemsAndPairs(kept(work, collection)));
  const given = new Map<string, number>();
  for (const terms of counts) for (const term of terms.keys()) given.set(term, (given.get(term) ?? 0) + 1);
  const rarities = new Map([...given.keys()].map((term) => [term, rarityOf(term, given, collection)]));
  const vector = (terms: ReadonlyMap<string, number>): WorkVector => {
    const weights = new Map<string, number>();
    let stems = 0;
    let pairs = 0;
    for (const [term, count] of terms) {
      const rare = rarities.get(term);
      if (rare === undefined) continue;
      const weight = occurrenceWeight(count) * rare;
      weights.set(term, weight);
      if (isPair(term)) pairs += weight * weight;
      else stems += weight * weight;
    }
    return { weights, length: Math.sqrt(stems + pairs) || 1, stemsLength: Math.sqrt(stems) || 1 };
  };
  return [vector(stemsAndPairs(kept(question, collection))), ...counts.map(vector)];
}

export const isPair = (term: string): boolean => term.includes(' ');

const kept = (passages: Passages, { frequencies }: Collection): Passages =>
  passages.map((stems) => stems.filter((stem) => frequencies.has(stem)));

function rarityOf(
  term: string,
  given: ReadonlyMap<string, number>,
  { works, frequencies }: Collection,
): number {
  const found = (stem: string) => frequencies.get(stem) ?? 1;
  const gap = term.indexOf(' ');
  if (gap < 0) return rarity(works, found(term));
  const one = term.slice(0, gap);
  const other = term.slice(gap + 1);
  const rarer = found(one) <= found(other) ? one : other;
  const here = given.get(term) ?? 1;
  const withStem = given.get(rarer) ?? 1;
  const elsewhere = Math.max(0, found(rarer) - withStem) * (here / withStem) * PAIRS_ELSEWHERE;
  return rarity(works, Math.min(works, here + elsewhere));
}
