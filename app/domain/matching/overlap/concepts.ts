import thesaurus from './concepts.json';
import { raritiesIn, stemsOf } from './rarity';

/** Each concept by the words that people use for it; the first is its name. Written without sight of any groups. */
const CONCEPTS = thesaurus as readonly string[][];

/** Words that stand in any text and say nothing of what it is about. */
const FUNCTION_WORDS = new Set(
  stemsOf(
    'the and for with from that this their its it in on at by of to or as is are was be has have not through over under into out up off than then them they who which where when what how within between across per group board forum panel national work',
  ).keys(),
);
const MOST_CONCEPTS = 12;

/** Its words as stems, without those that any text holds. */
export const meant = (text: string): string[] =>
  [...stemsOf(text).keys()].filter((stem) => !FUNCTION_WORDS.has(stem));

/** By stem, the concepts it stands for; a word of a phrase of n words counts 1/√n of one that stands alone. */
const { byStem, stemsOfConcept, tells } = (() => {
  const weights = CONCEPTS.map((words) => {
    const stems = new Map<string, number>();
    for (const phrase of words) {
      const parts = meant(phrase);
      for (const stem of parts) stems.set(stem, Math.max(stems.get(stem) ?? 0, parts.length ** -0.5));
    }
    return stems;
  });
  const found = new Map<string, [concept: number, weight: number][]>();
  for (const [concept, stems] of weights.entries())
    for (const [stem, weight] of stems) found.set(stem, [...(found.get(stem) ?? []), [concept, weight]]);
  return { byStem: found, stemsOfConcept: weights, tells: raritiesIn(weights.map((stems) => stems.keys())) };
})();

/**
 * What a text is about, as the concepts of the field that its words point to, strongest first, each with its weight: the
 * sum over its words of how rare the word is among concepts, and among the texts it stands with. Texts without a word in
 * common can be about the same. (Explicit semantic analysis: Gabrilovich and Markovitch, 2007, with a thesaurus in place
 * of an encyclopaedia.)
 */
export function conceptsOf(text: string, among: (stem: string) => number = () => 1): Map<string, number> {
  const sums = new Map<number, number>();
  for (const stem of meant(text))
    for (const [concept, weight] of byStem.get(stem) ?? [])
      sums.set(concept, (sums.get(concept) ?? 0) + weight * tells(stem) * among(stem));
  return new Map(
    [...sums]
      .toSorted(([one, a], [other, b]) => b - a || one - other)
      .slice(0, MOST_CONCEPTS)
      .map(([concept, sum]) => [CONCEPTS[concept]?.[0] ?? '', sum]),
  );
}

const lengths = new Map(
  [...byStem].map(([stem, found]) => [stem, Math.hypot(...found.map(([, weight]) => weight))]),
);
const related = new Map<string, ReadonlyMap<string, number>>();

/** By stem, how near in meaning it is to one: by the concepts that both stand for, 1 for itself. */
export function relatedTo(stem: string): ReadonlyMap<string, number> {
  const known = related.get(stem);
  if (known) return known;
  const sums = new Map<string, number>();
  for (const [concept, weight] of byStem.get(stem) ?? [])
    for (const [other, loud] of stemsOfConcept[concept] ?? [])
      sums.set(other, (sums.get(other) ?? 0) + weight * loud);
  const length = lengths.get(stem) ?? 0;
  const near = new Map([...sums].map(([other, sum]) => [other, sum / (length * (lengths.get(other) ?? 1))]));
  near.set(stem, 1);
  if (byStem.has(stem)) related.set(stem, near);
  return near;
}
