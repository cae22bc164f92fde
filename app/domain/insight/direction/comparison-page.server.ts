import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { knownUntil } from '../../taxonomy/known-until.server';
import { loadSetsOnDay } from '../../strategy/on-day/sets-on-day.server';
import { chosenWeights, savedWeightings } from '../../strategy/scoring/saved-weightings.server';
import { ukDay } from '../../uk-time';
import { countActivity, type ActivityCounted, type Counts } from './activity.server';
import { loadAreaScores } from './area-scores.server';
import { rankable } from './chosen-sets';
import { compareSets } from './comparison';
import { mayReadScores } from './direction-policy';
import { rankAreas, rankSet, type RankedPriority, type RankedSet } from './ranking';

export interface PriorityCounted extends RankedPriority {
  counts: Counts;
}

/** Two sets by the same score: what moves, what is mapped to neither, and what is done under each. */
export const comparisonPage = query({
  name: 'insight.comparisonPage',
  input: z.strictObject({
    one: z.string().max(100).optional(),
    other: z.string().max(100).optional(),
    weights: referenceInput.optional(),
    on: optionalDayInput(),
  }),
  visibleTo: (actor) => mayReadScores(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const sets = rankable(await loadSetsOnDay(db, until), day);
    const saved = await savedWeightings(db, until);
    const chosen = chosenWeights(saved, input.weights);
    if (chosen === null) return null;
    const choices = {
      sets: sets.map(({ slug, document, startsWritten, endsWritten }) => ({
        slug,
        document,
        startsWritten,
        endsWritten,
      })),
      weightings: saved.map(({ reference, name }) => ({ reference, name })),
    };
    const view = {
      day,
      asked: input.on !== undefined,
      choices,
      weights: chosen.weights,
      weighting: chosen.saved,
    };
    if (input.one === undefined || input.other === undefined) return { ...view, compared: null };
    const [one, other] = [input.one, input.other].map((slug) => sets.find((set) => set.slug === slug));
    if (!one || !other) return null;
    const areas = rankAreas(await loadAreaScores(db, { day, until }), chosen.weights);
    const [ranked, rankedOther] = [rankSet(one, areas), rankSet(other, areas)];
    const activity = await countActivity(db, actor, {
      ...{ sets: [ranked, rankedOther], day, until, past: input.on !== undefined },
    });
    return {
      ...view,
      compared: {
        ...compareSets(areas, ranked, rankedOther),
        scored: areas,
        one: withCounts(ranked, activity),
        other: withCounts(rankedOther, activity),
        all: activity.all,
        untagged: activity.untagged,
      },
    };
  },
});

const NOTHING: Counts = { question: 0, finding: 0, award: 0 };

function withCounts(set: RankedSet, activity: ActivityCounted) {
  const done = activity.sets.get(set.slug);
  const priorities = set.priorities.map((priority): PriorityCounted => ({
    ...priority,
    counts: done?.priorities.get(priority.reference) ?? NOTHING,
  }));
  return { ...set, priorities, aligned: done?.aligned ?? NOTHING };
}
