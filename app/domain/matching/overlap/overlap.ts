import { conceptsOf, meant, relatedTo } from './concepts';
import { cosine, cosineOf, raritiesIn, stemsOf, weightedJaccard } from './rarity';

export interface ComparedTerm {
  slug: string;
  name: string;
  /** Slugs above it, nearest first. */
  above: readonly string[];
  /** Its name and other names, which may say the same as a neighbouring term. */
  words: string;
}

/** A group, or a capability, as it is compared with its like. */
export interface Compared {
  id: string;
  name: string;
  purpose: string;
  /** Two of different kinds are seldom one: a board and the forum that advises it. */
  kind: string;
  areas: readonly ComparedTerm[];
  strands: readonly string[];
  levels: readonly string[];
  members: readonly { id: string; name: string }[];
  /** Of the member that leads it; left out where nobody is known to. */
  leadId?: string;
  /** Place in the row from weekly to when there is need; left out where nothing meets. */
  cadence?: number;
}

/**
 * What each likeness counts for: what a group says it is for tells most, then who sits in it; who leads it, about what,
 * where and how often it meets tell less, because many groups of different purpose share them. Set with five wordings of
 * planted duplicates in sight (`tests/bench/overlap`, the groups themselves and `tuned-*`); four more, `held-*`, one of
 * them of wholly other groups, were measured once it was set. The likenesses are multiplied, so that one cannot stand for
 * another.
 */
export const WEIGHTS = {
  words: 0.4,
  members: 0.2,
  reach: 0.15,
  areas: 0.1,
  lead: 0.1,
  cadence: 0.05,
} as const;
export type Likeness = Record<keyof typeof WEIGHTS, number>;

export interface Overlap {
  firstId: string;
  secondId: string;
  score: number;
  likeness: Likeness;
}

export interface Shared {
  words: string[];
  /** What both are about, in other words perhaps. */
  concepts: string[];
  areas: string[];
  members: string[];
  reach: string[];
}

export type Explained = Overlap & { shared: Shared };

interface Prepared extends Compared {
  stems: ReadonlyMap<string, string>;
  stemSet: ReadonlySet<string>;
  /** Its words that mean something by their place among those of all, with how much each tells. */
  said: readonly { at: number; tells: number }[];
  /** By the place of a word, how near the nearest of its own comes to it in meaning. */
  echoes: Float64Array;
  /** By concept of the field, how much it tells of this one. */
  concepts: ReadonlyMap<string, number>;
  areaStems: ReadonlySet<string>;
  areaWeights: ReadonlyMap<string, number>;
  memberWeights: ReadonlyMap<string, number>;
  reach: ReadonlyMap<string, number>;
  /** Of what nothing is recorded. */
  silent: ReadonlySet<keyof Likeness>;
}

/** What lies above a term is said by it half as loudly, and what lies above that half again. */
const PER_STEP_UP = 0.5;
const CADENCE_SPAN = 6;
const MOST_WORDS = 8;
const MOST_SHARED_CONCEPTS = 4;
/** Of what the strongest concept adds, so much is worth naming. */
const LEAST_PART = 0.4;

const withAbove = ({ slug, above }: ComparedTerm): [string, number][] =>
  [slug, ...above].map((one, steps) => [one, PER_STEP_UP ** steps]);

interface Telling {
  word: (stem: string) => number;
  areaWord: (stem: string) => number;
}

const silentIn = ({ areas, members, strands, levels }: Compared): Set<keyof Likeness> =>
  new Set([
    ...(areas.length === 0 ? (['areas'] as const) : []),
    ...(members.length === 0 ? (['members'] as const) : []),
    ...(strands.length + levels.length === 0 ? (['reach'] as const) : []),
  ]);

/** Of each text, its words as they stand among all, and by word of all how near the nearest of its own comes to it. */
function saidIn(texts: readonly (readonly string[])[], tells: (stem: string) => number) {
  const places = new Map([...new Set(texts.flat())].map((stem, at) => [stem, at]));
  const near = [...places.keys()].map((stem) =>
    [...relatedTo(stem)].flatMap(([other, nearness]) => {
      const at = places.get(other);
      return at === undefined ? [] : [{ at, nearness }];
    }),
  );
  return texts.map((stems) => {
    const said = stems.map((stem) => ({ at: places.get(stem) ?? 0, tells: tells(stem) }));
    const echoes = new Float64Array(places.size);
    for (const { at: own } of said)
      for (const { at, nearness } of near[own] ?? []) echoes[at] = Math.max(echoes[at] ?? 0, nearness);
    return { said, echoes };
  });
}

/** How much of what one says another says too, in words of its own. */
function echoed(one: Prepared, other: Prepared): number {
  let [echo, all] = [0, 0];
  for (const { at, tells } of one.said) {
    echo += tells * (other.echoes[at] ?? 0);
    all += tells;
  }
  return all === 0 ? 0 : echo / all;
}

function prepare(groups: readonly Compared[]): { prepared: Prepared[]; tells: Telling } {
  const texts = groups.map(({ name, purpose }) => stemsOf(`${name} ${purpose}`));
  const areaTexts = groups.map(({ areas }) => stemsOf(areas.map(({ words }) => words).join(' ')));
  const word = raritiesIn(texts.map((stems) => stems.keys()));
  const concepts = groups.map(({ name, purpose }) => conceptsOf(`${name} ${purpose}`, word));
  const said = saidIn(
    groups.map(({ name, purpose }) => meant(`${name} ${purpose}`)),
    word,
  );
  const conceptRarity = raritiesIn(concepts.map((found) => found.keys()));
  const slugs = groups.map(({ areas }) => new Set(areas.flatMap(withAbove).map(([slug]) => slug)));
  const areaRarity = raritiesIn(slugs);
  const memberRarity = raritiesIn(groups.map(({ members }) => new Set(members.map(({ id }) => id))));
  const prepared = groups.map((group, index) => {
    const stems = texts[index] ?? new Map<string, string>();
    const areaWeights = new Map<string, number>();
    for (const [slug, loud] of group.areas.flatMap(withAbove))
      areaWeights.set(slug, Math.max(areaWeights.get(slug) ?? 0, loud * areaRarity(slug)));
    return {
      ...group,
      ...{ stems, stemSet: new Set(stems.keys()), areaWeights },
      ...(said[index] ?? { said: [], echoes: new Float64Array() }),
      areaStems: new Set(areaTexts[index]?.keys()),
      concepts: new Map(
        [...(concepts[index] ?? [])].map(([concept, weight]) => [concept, weight * conceptRarity(concept)]),
      ),
      memberWeights: new Map(group.members.map(({ id }) => [id, memberRarity(id)])),
      reach: new Map([...group.strands, ...group.levels].map((slug) => [slug, 1])),
      silent: silentIn(group),
    };
  });
  const areaWord = raritiesIn(areaTexts.map((stems) => stems.keys()));
  return { prepared, tells: { word, areaWord } };
}

const cadenceLikeness = (one: number | undefined, other: number | undefined): number =>
  one === undefined || other === undefined ? 1 : 1 - Math.abs(one - other) / (CADENCE_SPAN + 1);

/** Whoever leads a piece of business is seldom away from another table where it is done. */
const leadLikeness = (one: Prepared, other: Prepared): number => {
  if (one.leadId === undefined || other.leadId === undefined) return 1;
  const sits = (id: string, at: Prepared) => (at.leadId === id || at.memberWeights.has(id) ? 1 : 0);
  return (sits(one.leadId, other) + sits(other.leadId, one)) / 2;
};

/** A board and the forum that advises it share much and are two. */
const OF_TWO_KINDS = 5 / 6;
/** Nothing alike in one respect does not forbid that two are one. */
const LEAST = 0.05;
/** What nobody has recorded speaks neither for nor against: about what two that are one have in common. */
const UNSAID = 0.35;

function compare(one: Prepared, other: Prepared, tells: Telling): Overlap {
  const likeness = {
    // Half by what each word comes nearest to, half by what all of them stand for: two secretaries seldom choose the same.
    words: ((echoed(one, other) + echoed(other, one)) / 2 + cosineOf(one.concepts, other.concepts)) / 2,
    // Neighbouring terms are told apart by their slugs and often not by their words.
    areas: Math.max(
      weightedJaccard(one.areaWeights, other.areaWeights),
      cosine(one.areaStems, other.areaStems, tells.areaWord),
    ),
    members: weightedJaccard(one.memberWeights, other.memberWeights),
    lead: leadLikeness(one, other),
    reach: weightedJaccard(one.reach, other.reach),
    cadence: cadenceLikeness(one.cadence, other.cadence),
  };
  const parts = Object.keys(WEIGHTS) as (keyof Likeness)[];
  const counted = (part: keyof Likeness) =>
    one.silent.has(part) || other.silent.has(part) ? UNSAID : Math.max(likeness[part], LEAST);
  const score = parts.reduce((so, part) => so * counted(part) ** WEIGHTS[part], 1);
  return {
    ...{ firstId: one.id, secondId: other.id, likeness },
    score: one.kind === other.kind ? score : score * OF_TWO_KINDS,
  };
}

/** What both are about: the concepts that make them like, without those that make hardly any difference. */
function sharedConcepts(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] {
  const parts = [...one]
    .map(([concept, weight]) => ({ concept, part: weight * (other.get(concept) ?? 0) }))
    .filter(({ part }) => part > 0)
    .toSorted((a, b) => b.part - a.part || a.concept.localeCompare(b.concept));
  const most = parts[0]?.part ?? 0;
  return parts
    .filter(({ part }) => part >= LEAST_PART * most)
    .slice(0, MOST_SHARED_CONCEPTS)
    .map(({ concept }) => concept);
}

/** Why two look alike, in what they share. */
function sharedBy(one: Prepared, other: Prepared, { word }: Telling): Shared {
  const stems = [...one.stems].filter(([stem]) => other.stemSet.has(stem));
  const both = (slugs: readonly string[], others: readonly string[]) =>
    slugs.filter((slug) => others.includes(slug));
  const near = one.areas.filter((area) =>
    other.areas.some(
      ({ slug, above }) => slug === area.slug || above.includes(area.slug) || area.above.includes(slug),
    ),
  );
  return {
    words: stems
      .toSorted(([a], [b]) => word(b) - word(a) || a.localeCompare(b))
      .slice(0, MOST_WORDS)
      .map(([, word]) => word),
    concepts: sharedConcepts(one.concepts, other.concepts),
    areas: near.map(({ name }) => name),
    members: one.members.filter(({ id }) => other.memberWeights.has(id)).map(({ name }) => name),
    reach: [...both(one.strands, other.strands), ...both(one.levels, other.levels)],
  };
}

/** About a third of all that two can have in common; set with the same five wordings in sight as the weights. */
export const WORTH_A_LOOK = 0.33;

/**
 * Pairs worth a look, likest first: each is the likest there is to the other, and they are like enough. Two that were
 * decided to be two (both ids, the smaller first) are passed over, so that the next likest has its turn.
 */
export function candidatePairs(
  groups: readonly Compared[],
  decided: ReadonlySet<string> = new Set(),
): Explained[] {
  const { prepared, tells } = prepare(groups);
  const likest = new Map<string, Overlap>();
  for (const [index, one] of prepared.entries())
    for (const other of prepared.slice(index + 1)) {
      if (decided.has([one.id, other.id].toSorted().join(' '))) continue;
      const pair = compare(one, other, tells);
      for (const id of [one.id, other.id])
        if (pair.score > (likest.get(id)?.score ?? 0)) likest.set(id, pair);
    }
  const byId = new Map(prepared.map((group) => [group.id, group]));
  return [...new Set(likest.values())]
    .filter(
      ({ score, firstId, secondId }) => score >= WORTH_A_LOOK && likest.get(firstId) === likest.get(secondId),
    )
    .toSorted((a, b) => b.score - a.score || a.firstId.localeCompare(b.firstId))
    .flatMap((pair) => {
      const [one, other] = [byId.get(pair.firstId), byId.get(pair.secondId)];
      return one && other ? [{ ...pair, shared: sharedBy(one, other, tells) }] : [];
    });
}

/** How like two are, wherever they stand among the others; null when one of them is not there. */
export function overlapOf(groups: readonly Compared[], firstId: string, secondId: string): Explained | null {
  const { prepared, tells } = prepare(groups);
  const [one, other] = [firstId, secondId].map((id) => prepared.find((group) => group.id === id));
  return one && other ? { ...compare(one, other, tells), shared: sharedBy(one, other, tells) } : null;
}
