import { stemmer } from 'stemmer';

/** How much a thing tells that so many of so many have: nothing when all have it, more the rarer it is. */
export const rarity = (total: number, having: number): number => Math.log((total + 1) / Math.max(having, 1));

/** Words of a text as stems, each with the first form it stood in. */
export function stemsOf(text: string): Map<string, string> {
  const stems = new Map<string, string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const stem = stemmer(word);
    if (stem.length > 1 && !stems.has(stem)) stems.set(stem, word);
  }
  return stems;
}

/** Of all the sets, how rare each member is. */
export function raritiesIn(sets: readonly Iterable<string>[]): (member: string) => number {
  const having = new Map<string, number>();
  for (const set of sets) for (const member of set) having.set(member, (having.get(member) ?? 0) + 1);
  return (member) => rarity(sets.length, having.get(member) ?? 1);
}

/** Weighted Jaccard index: what two sets share of all they have, each member by its weight in the set. */
export function weightedJaccard(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
): number {
  let shared = 0;
  let all = 0;
  for (const [member, one] of first) {
    const other = second.get(member) ?? 0;
    shared += Math.min(one, other);
    all += Math.max(one, other);
  }
  for (const [member, other] of second) if (!first.has(member)) all += other;
  return all === 0 ? 0 : shared / all;
}

/** Cosine of two sets whose members weigh what they tell. */
export function cosine(
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
  weigh: (member: string) => number,
): number {
  const square = (members: Iterable<string>) => {
    let sum = 0;
    for (const member of members) sum += weigh(member) ** 2;
    return sum;
  };
  const shared = square([...first].filter((member) => second.has(member)));
  const lengths = Math.sqrt(square(first) * square(second));
  return lengths === 0 ? 0 : shared / lengths;
}

/** Cosine of two weighted sets. */
export function cosineOf(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number {
  const square = (weights: Iterable<number>) => {
    let sum = 0;
    for (const weight of weights) sum += weight ** 2;
    return sum;
  };
  let shared = 0;
  for (const [member, weight] of first) shared += weight * (second.get(member) ?? 0);
  const lengths = Math.sqrt(square(first.values()) * square(second.values()));
  return lengths === 0 ? 0 : shared / lengths;
}
