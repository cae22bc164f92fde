import { cosinesAmong, type Compared } from './work-cosines';
import type { Vocabulary } from './vocabulary';

export interface Nearness {
  /** ≥ 0, in means of the works found: 1 is as near as these are on average. */
  similarity: number;
  /** Shared stems and pairs with their part of it; with `meaning` they add up to it. Worked out where it is asked for. */
  terms: () => ReadonlyMap<string, number>;
  meaning: number;
}

interface Space {
  /** Its share of the nearness; the shares of the spaces that there are are brought to 1. */
  share: number;
  /** What two texts of a collection with little in common reach: the mean while few works are found. */
  usual: number;
}

const SPACES = {
  pairs: { share: 1, usual: 0.04 },
  stems: { share: 1, usual: 0.1 },
  meaning: { share: 0.5, usual: 0.4 },
} satisfies Record<string, Space>;

const NEIGHBOURS = 5;
/** How strongly a cosine is measured against how close the work lies to those; 0 is not at all. */
const SCALING = 0.4;
/** A work without neighbours is measured as if it had some, at this share of what the works found have. */
const LEAST_DENSITY = 0.3;
/** So many works of the usual nearness are counted among those found. */
const USUAL_WORKS = 20;

type SpaceName = keyof typeof SPACES;

/**
 * How near some works lie to a question, in their order: cosines in up to three spaces, each divided by a power of how
 * close the work lies to its own nearest neighbours (local scaling: Zelnik-Manor and Perona, Self-tuning spectral
 * clustering, 2004; against hubs: Radovanović, Nanopoulos and Ivanović, Hubs in space, 2010), brought to the mean of
 * the works found so that questions compare, and added. A work whose words many works have is near to every question.
 */
export function nearnessOf(
  question: Compared,
  works: readonly Compared[],
  vocabulary: Vocabulary,
): Nearness[] {
  const cosines = cosinesAmong([question, ...works], vocabulary);
  const size = works.length + 1;
  const spaces = (Object.keys(SPACES) as SpaceName[]).filter(
    (name) => name !== 'meaning' || question.place !== null,
  );
  const shares = spaces.reduce((sum, name) => sum + SPACES[name].share, 0);
  const factors = new Map(spaces.map((name) => [name, factorsOf(cosines[name], size, SPACES[name], shares)]));
  return works.map((work, index) => {
    const factor = (name: SpaceName) => factors.get(name)?.[index] ?? 0;
    const byPairs = factor('pairs') / (question.length * work.length);
    const byStems = factor('stems') / (question.stemsLength * work.stemsLength);
    const meaning = factor('meaning') * (cosines.meaning[index + 1] ?? 0);
    const words =
      byPairs * (cosines.pairs[index + 1] ?? 0) * question.length * work.length +
      byStems * (cosines.stems[index + 1] ?? 0) * question.stemsLength * work.stemsLength;
    // Of hundreds compared, these are read for the few that are shown.
    return {
      similarity: words + meaning,
      meaning,
      terms: () => termsOf(question, work, { byPairs, byStems, vocabulary }),
    };
  });
}

/** What each shared term brings: the cosine by pairs counts stems and pairs, the one by stems those alone. */
function termsOf(
  question: Compared,
  work: Compared,
  { byPairs, byStems, vocabulary }: { byPairs: number; byStems: number; vocabulary: Vocabulary },
): Map<string, number> {
  const held = new Map(work.terms.map((term, index) => [term, work.weights[index] ?? 0]));
  const terms = new Map<string, number>();
  question.terms.forEach((term, index) => {
    const shared = (question.weights[index] ?? 0) * (held.get(term) ?? 0);
    if (shared > 0)
      terms.set(vocabulary.name(term), shared * (vocabulary.isPair(term) ? byPairs : byPairs + byStems));
  });
  return terms;
}

/** What a cosine of the question with each work is multiplied by. The question stands first in the matrix. */
function factorsOf(cosines: Float64Array, size: number, space: Space, shares: number): Float64Array {
  const densities = densitiesOf(cosines, size);
  const usual = densities.reduce((sum, density) => sum + density, 0) / Math.max(1, densities.length);
  const factors = densities.map((density) =>
    usual === 0 ? 1 : Math.max(density / usual, LEAST_DENSITY) ** -SCALING,
  );
  const scaled = factors.reduce((sum, factor, work) => sum + factor * (cosines[work + 1] ?? 0), 0);
  const mean = (scaled + USUAL_WORKS * space.usual) / (factors.length + USUAL_WORKS);
  return factors.map((factor) => (factor * space.share) / (shares * mean));
}

/** The mean cosine of each work with its nearest neighbours among the works. */
function densitiesOf(cosines: Float64Array, size: number): Float64Array {
  const nearest = new Float64Array(NEIGHBOURS);
  return Float64Array.from({ length: size - 1 }, (_, work) => {
    nearest.fill(0);
    for (let other = 1; other < size; other += 1) {
      const near = cosines[(work + 1) * size + other] ?? 0;
      if (near <= (nearest[0] ?? 0)) continue;
      nearest[0] = near;
      nearest.sort();
    }
    return nearest.reduce((sum, near) => sum + near, 0) / NEIGHBOURS;
  });
}
