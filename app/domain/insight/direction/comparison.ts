import type { RankedArea, RankedSet } from './ranking';

export interface AreaCompared {
  slug: string;
  name: string;
  score: number;
  /** Rank of the highest priority that covers it; null where the set does not. */
  one: number | null;
  other: number | null;
  /** Places gained under the other set; null where one of them does not cover it. */
  change: number | null;
}

export interface Unmapped {
  /** Of this set: priorities that are mapped to no threat area. */
  priorities: { set: string; name: string }[];
  /** Threat areas that neither set covers. */
  areas: string[];
}

export interface Comparison {
  areas: AreaCompared[];
  unmapped: Unmapped;
  /** Threat areas among the first so many under the other set alone, and under the first alone. */
  top: { count: number; entering: string[]; leaving: string[] };
  /** Share of all known harm that each set covers, of 100; null where no harm figure is known. */
  harm: { one: number; other: number } | null;
}

const TOP = 5;

const rankIn = (set: RankedSet, slug: string): number | null => {
  const ranks = set.priorities.flatMap(({ areas, rank }) =>
    rank !== null && areas.some((area) => area.slug === slug) ? [rank] : [],
  );
  return ranks.length === 0 ? null : Math.min(...ranks);
};

/** The same threat areas under two sets: what moves, what one covers and the other does not, what neither does. */
export function compareSets(areas: readonly RankedArea[], one: RankedSet, other: RankedSet): Comparison {
  const compared = areas.map(({ slug, name, score }) => {
    const [first, second] = [rankIn(one, slug), rankIn(other, slug)];
    const change = first === null || second === null ? null : first - second;
    return { slug, name, score: score.value, one: first, other: second, change };
  });
  const [topOne, topOther] = [firstUnder(compared, 'one'), firstUnder(compared, 'other')];
  return {
    areas: compared,
    unmapped: {
      priorities: [one, other].flatMap((set) =>
        set.priorities
          .filter((priority) => priority.areas.length === 0)
          .map(({ name }) => ({ set: set.document, name })),
      ),
      areas: compared.filter((area) => area.one === null && area.other === null).map(({ name }) => name),
    },
    top: {
      count: TOP,
      entering: topOther.filter((name) => !topOne.includes(name)),
      leaving: topOne.filter((name) => !topOther.includes(name)),
    },
    harm: harmCovered(areas, compared),
  };
}

/** The first few that a set covers: by the rank of their priority, then by their own score. */
const firstUnder = (areas: readonly AreaCompared[], side: 'one' | 'other'): string[] =>
  areas
    .filter((area) => area[side] !== null)
    .sort((a, b) => (a[side] ?? 0) - (b[side] ?? 0) || b.score - a.score)
    .slice(0, TOP)
    .map(({ name }) => name);

function harmCovered(areas: readonly RankedArea[], compared: readonly AreaCompared[]): Comparison['harm'] {
  const harms = new Map(areas.map(({ slug, scored }) => [slug, scored.harm ?? 0]));
  const sum = (of: readonly AreaCompared[]) => of.reduce((all, { slug }) => all + (harms.get(slug) ?? 0), 0);
  const all = sum(compared);
  if (all === 0) return null;
  const share = (side: 'one' | 'other') =>
    Math.round((sum(compared.filter((area) => area[side] !== null)) / all) * 100);
  return { one: share('one'), other: share('other') };
}
