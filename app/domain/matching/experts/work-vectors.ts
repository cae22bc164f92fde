import type { Passages } from './work-terms';
import { occurrenceWeight, rarity } from './term-weights';
import { Vocabulary } from './vocabulary';

/** What is known of the whole collection that the works were taken from. */
export interface Collection {
  /** How many works there are. */
  works: number;
  /** In how many works each stem occurs; stems that are not here carry no subject and are left out. */
  frequencies: ReadonlyMap<string, number>;
}

/** A text in weights of its stems and pairs of neighbouring stems, and the lengths of that vector. */
export interface WorkVector {
  /** Numbers in the vocabulary, each once, with their weights. */
  terms: readonly number[];
  weights: readonly number[];
  /** Of stems and pairs together, and of stems alone; 1 where there are none. */
  length: number;
  stemsLength: number;
}

export interface WorkVectors {
  vocabulary: Vocabulary;
  question: WorkVector;
  works: WorkVector[];
}

/** Of the works that were not given and hold a pair's rarer stem, so many hold the pair, to those given: they are farther. */
const PAIRS_ELSEWHERE = 0.25;

/**
 * Vectors of `occurrenceWeight × rarity` of a question and of some works. In how many works of the collection a pair
 * stands is taken from those given: exact where all works with its rarer stem are among them. What none of the works
 * holds is left out of the question too.
 */
export function workVectors(
  question: Passages,
  works: readonly Passages[],
  collection: Collection,
): WorkVectors {
  const vocabulary = new Vocabulary(collection.frequencies);
  const counted = works.map((work) => vocabulary.count(work));
  const asked = vocabulary.count(question);
  const given = new Int32Array(vocabulary.size);
  for (const { terms } of counted) for (const term of terms) given[term] = (given[term] ?? 0) + 1;
  const rarities = Float64Array.from(given, (here, term) =>
    here === 0 ? 0 : rarityOf(term, { here, given, vocabulary, collection }),
  );
  const vector = ({ terms, counts }: { terms: number[]; counts: number[] }): WorkVector => {
    const weights: number[] = [];
    let stems = 0;
    let pairs = 0;
    terms.forEach((term, index) => {
      const weight = occurrenceWeight(counts[index] ?? 1) * (rarities[term] ?? 0);
      weights.push(weight);
      if (vocabulary.isPair(term)) pairs += weight * weight;
      else stems += weight * weight;
    });
    return { terms, weights, length: Math.sqrt(stems + pairs) || 1, stemsLength: Math.sqrt(stems) || 1 };
  };
  return { vocabulary, question: vector(asked), works: counted.map(vector) };
}

interface Known {
  /** How many of the given works hold the term. */
  here: number;
  given: Int32Array;
  vocabulary: Vocabulary;
  collection: Collection;
}

function rarityOf(term: number, { here, given, vocabulary, collection: { works } }: Known): number {
  const [one, other] = vocabulary.stemsOf(term);
  if (other === null) return rarity(works, vocabulary.foundIn(one));
  const rarer = vocabulary.foundIn(one) <= vocabulary.foundIn(other) ? one : other;
  const withStem = given[rarer] ?? 1;
  const elsewhere = Math.max(0, vocabulary.foundIn(rarer) - withStem) * (here / withStem) * PAIRS_ELSEWHERE;
  return rarity(works, Math.min(works, here + elsewhere));
}
