import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { knownUntil } from '../../taxonomy/known-until.server';
import { loadSetsOnDay } from '../../strategy/on-day/sets-on-day.server';
import { chosenWeights, savedWeightings } from '../../strategy/scoring/saved-weightings.server';
import { mayWeigh } from '../../strategy/scoring/weighting-policy';
import { wasInForce } from '../../strategy/written-date';
import { ukDay } from '../../uk-time';
import { loadAreaScores } from './area-scores.server';
import { chosenSet, rankable } from './chosen-sets';
import { mayReadScores } from './direction-policy';
import { rankAreas, rankSet } from './ranking';

/** Priorities of one set, and threat areas, by the score, with everything it is worked out from. */
export const rankingPage = query({
  name: 'insight.rankingPage',
  input: z.strictObject({
    set: z.string().max(100).optional(),
    weights: referenceInput.optional(),
    on: optionalDayInput(),
  }),
  visibleTo: (actor) => mayReadScores(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const sets = rankable(await loadSetsOnDay(db, until), day);
    const set = chosenSet(sets, day, input.set);
    const saved = await savedWeightings(db, until);
    const chosen = chosenWeights(saved, input.weights);
    if (set === undefined || chosen === null) return null;
    const areas = rankAreas(await loadAreaScores(db, { day, until }), chosen.weights);
    return {
      day,
      asked: input.on !== undefined,
      set: set && { ...rankSet(set, areas), owner: set.owner, inForce: wasInForce(set, day) },
      areas,
      weights: chosen.weights,
      weighting: chosen.saved,
      choices: {
        sets: sets.map(({ slug, document, startsWritten, endsWritten }) => ({
          slug,
          document,
          startsWritten,
          endsWritten,
        })),
        weightings: saved.map(({ reference, name }) => ({ reference, name })),
      },
      may: { weigh: isAllowed(mayWeigh(actor)) },
    };
  },
});
