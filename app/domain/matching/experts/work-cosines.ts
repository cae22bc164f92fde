import { stemsAndPairs, type Passages } from './work-terms';
import { occurrenceWeight, rarity } from './term-weights';

/** What is known of the whole collection that the works were taken from. */
export interface Collection {
  /** How many works there are. */
  works: number;
  /** In how many works each stem occurs; stems that are not here carry no subject and are left out. */
  frequencies: ReadonlyMap<string, number>;
}

export interface Cosine {
  /** From 0 to 1. */
  similarity: number;
  /** Shared stems and pairs with their part of it; the parts add up to it. */
  terms: ReadonlyMap<string, number>;
}

/**
 * The cosine of a question with each of some works, in their order: vectors of `occurrenceWeight × rarity` per stem and
 * pair of neighbouring stems. A pair's frequency in the collection is taken to be its rarer stem's, times the share
 * of those given works with that stem which hold the pair: exact where all works with the stem are given.
 */
export function workCosines(
  question: Passages,
  works: readonly Passages[],
  collection: Collection,
): Cosine[] {
  const counts = works.map((work) => stemsAndPairs(kept(work, collection)));
  const given = new Map<string, number>();
  for (const terms of counts) for (const term of terms.keys()) given.set(term, (given.get(term) ?? 0) + 1);
  const rarities = new Map([...given.keys()].map((term) => [term, rarityOf(term, given, collection)]));
  const vector = (terms: ReadonlyMap<string, number>) => {
    const weights = new Map<string, number>();
    for (const [term, count] of terms) {
      const rare = rarities.get(term);
      if (rare !== undefined) weights.set(term, occurrenceWeight(count) * rare);
    }
    return { weights, length: Math.hypot(...weights.values()) || 1 };
  };
  const asked = vector(stemsAndPairs(kept(question, collection)));
  return counts.map((terms) => {
    const { weights, length } = vector(terms);
    const shared = new Map<string, number>();
    let similarity = 0;
    for (const [term, weight] of asked.weights) {
      const part = (weight * (weights.get(term) ?? 0)) / (asked.length * length);
      if (part > 0) shared.set(term, part);
      similarity += part;
    }
    return { similarity, terms: shared };
  });
}

const kept = (passages: Passages, { frequencies }: Collection): Passages =>
  passages.map((stems) => stems.filter((stem) => frequencies.has(stem)));

function rarityOf(
  term: string,
  given: ReadonlyMap<string, number>,
  { works, frequencies }: Collection,
): number {
  const [one = '', other] = term.split(' ');
  const found = (stem: string) => frequencies.get(stem) ?? 1;
  if (other === undefined) return rarity(works, found(one));
  const rarer = found(one) <= found(other) ? one : other;
  const share = (given.get(term) ?? 0) / (given.get(rarer) ?? 1);
  return rarity(works, Math.max(1, found(rarer) * share));
}
