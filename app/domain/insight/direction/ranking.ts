import type { SetOnDay } from '../../strategy/on-day/sets-on-day.server';
import {
  asExported,
  averageOf,
  rankOf,
  scoreOf,
  type Score,
  type Scored,
  type Weights,
} from '../../strategy/scoring/score';
import type { AreaScored } from './area-scores.server';

export interface RankedArea extends Pick<AreaScored, 'slug' | 'name' | 'weak'> {
  scored: Scored;
  score: Score;
  rank: number;
}

export interface RankedPriority {
  reference: string;
  name: string;
  areas: { slug: string; name: string }[];
  /** The average of its threat areas; null where it is mapped to none. */
  score: number | null;
  rank: number | null;
}

export interface RankedSet {
  slug: string;
  document: string;
  interim: boolean;
  priorities: RankedPriority[];
}

/** Threat areas by score, the highest first; equal ones in the order of the list. */
export function rankAreas(areas: readonly AreaScored[], weights: Weights): RankedArea[] {
  const scored = areas.map((area) => ({
    ...area,
    scored: asExported(area.scored),
    score: scoreOf(area.scored, weights),
  }));
  const values = scored.map(({ score }) => score.value);
  return scored
    .map((area) => ({ ...area, rank: rankOf(area.score.value, values) }))
    .sort((a, b) => a.rank - b.rank);
}

/** Priorities of a set by the average score of what they cover; those mapped to nothing last, without a rank. */
export function rankSet(
  set: Pick<SetOnDay, 'slug' | 'document' | 'interim' | 'priorities'>,
  areas: readonly RankedArea[],
): RankedSet {
  const valueOf = new Map(areas.map(({ slug, score }) => [slug, score.value]));
  const scored = set.priorities.map(({ reference, name, areas: covered }) => {
    const known = covered.filter(({ slug }) => valueOf.has(slug));
    return {
      reference,
      name,
      areas: known,
      score: averageOf(known.map(({ slug }) => valueOf.get(slug) ?? 0)),
    };
  });
  const values = scored.flatMap(({ score }) => (score === null ? [] : [score]));
  const priorities = scored
    .map((priority) => ({
      ...priority,
      rank: priority.score === null ? null : rankOf(priority.score, values),
    }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return { slug: set.slug, document: set.document, interim: set.interim, priorities };
}
